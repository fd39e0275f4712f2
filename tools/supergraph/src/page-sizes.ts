import { Kind, print, visit, type DocumentNode } from 'graphql';

/** Lists that could be asked for without a size: a `first` must be `Int!`, with or without a default. */
export function unboundedPages(sdl: DocumentNode): string[] {
  const problems: string[] = [];
  visit(sdl, {
    ObjectTypeDefinition: (type) => {
      for (const field of type.fields ?? []) {
        const first = field.arguments?.find(({ name }) => name.value === 'first');
        if (!first || (first.type.kind === Kind.NON_NULL_TYPE && print(first.type) === 'Int!')) continue;
        problems.push(`${type.name.value}.${field.name.value}: "first" must be Int!`);
      }
      return false;
    },
  });
  return problems;
}
