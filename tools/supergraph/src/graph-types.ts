import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';

const header = '// Written by `npm run generate` from the SDL of this service. Do not edit.\n';

const scalars: Record<string, string> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'Date',
  JSON: 'unknown',
};

/**
 * The TypeScript of an SDL: an interface per object, input and interface type, a union of literals per enum, and for each field
 * with arguments an interface `<Type><Field>Args` of what its resolver is handed.
 */
export function graphTypes(sdl: DocumentNode): string {
  const blocks = sdl.definitions.flatMap((definition) => blocksOf(definition));
  return [header, ...blocks.sort((one, other) => compare(nameOf(one), nameOf(other)))].join('\n');
}

function blocksOf(definition: DefinitionNode): string[] {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = definition.fields ?? [];
      return [
        block(definition.name.value, fields.map(outputLine)),
        ...fields
          .filter((field) => field.arguments?.length)
          .map((field) => argumentsBlock(definition.name.value, field)),
      ];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [block(definition.name.value, (definition.fields ?? []).map(inputLine))];
    case Kind.ENUM_TYPE_DEFINITION:
      return [
        alias(
          definition.name.value,
          definition.values?.map(({ name }) => `'${name.value}'`),
        ),
      ];
    case Kind.UNION_TYPE_DEFINITION:
      return [
        alias(
          definition.name.value,
          definition.types?.map(({ name }) => name.value),
        ),
      ];
    default:
      return [];
  }
}

function argumentsBlock(type: string, field: FieldDefinitionNode): string {
  const name = field.name.value;
  const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
  return block(`${type}${capitalised}Args`, (field.arguments ?? []).map(inputLine));
}

function block(name: string, lines: string[]): string {
  return `export interface ${name} {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;
}

function alias(name: string, members: string[] = []): string {
  return `export type ${name} = ${members.join(' | ')};\n`;
}

function outputLine({ name, type }: FieldDefinitionNode): string {
  return `${name.value}${type.kind === Kind.NON_NULL_TYPE ? '' : '?'}: ${typeText(type)}`;
}

/** A default fills what was left out, so the resolver always finds a value. */
function inputLine({ name, type, defaultValue }: InputValueDefinitionNode): string {
  const always = type.kind === Kind.NON_NULL_TYPE || defaultValue !== undefined;
  return `${name.value}${always ? '' : '?'}: ${typeText(type)}`;
}

function typeText(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return solidText(type.type);
  return `${solidText(type)} | null`;
}

function solidText(type: Exclude<TypeNode, { kind: Kind.NON_NULL_TYPE }>): string {
  if (type.kind === Kind.NAMED_TYPE) return scalars[type.name.value] ?? type.name.value;
  const element = typeText(type.type);
  return element.includes(' ') ? `(${element})[]` : `${element}[]`;
}

function nameOf(text: string): string {
  return text.split(' ')[2] ?? '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
