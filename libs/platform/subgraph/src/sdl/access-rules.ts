import { isRole, type AccessRule } from '@jingzhun/access';
import { Kind, valueFromASTUntyped, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** The rules of a subgraph by coordinate: `Type.field` for each field, `Type` for what `_entities` may fetch by key. */
export interface AccessRules {
  rules: ReadonlyMap<string, AccessRule>;
  /** Why the subgraph must not run: fields without a rule, rules that name no known role. Empty when it may. */
  problems: string[];
}

/** Reads the rule of every object field of a subgraph: its own `@access`, else its type's. */
export function readAccessRules(sdl: DocumentNode): AccessRules {
  const rules = new Map<string, AccessRule>();
  const problems: string[] = [];
  const interned = new Map<string, AccessRule>();

  const ruleAt = (place: string, directives: readonly ConstDirectiveNode[] = []): AccessRule | undefined => {
    const directive = directives.find(({ name }) => name.value === 'access');
    if (!directive) return undefined;
    const rule = readRule(directive);
    if (typeof rule === 'string') {
      problems.push(`${place}: ${rule}`);
      return undefined;
    }
    // Equal rules become one object, so that a request works out a caller once per rule and not once per field.
    const text = JSON.stringify(rule);
    interned.set(text, interned.get(text) ?? rule);
    return interned.get(text);
  };

  visit(sdl, {
    ObjectTypeDefinition: (type) => {
      const ownRule = ruleAt(type.name.value, type.directives);
      if (ownRule) rules.set(type.name.value, ownRule);
      const isEntity = type.directives?.some(({ name }) => name.value === 'key');
      if (isEntity && !ownRule) problems.push(`${type.name.value}: can be fetched by key and has no @access rule`);
      for (const field of type.fields ?? []) {
        const place = `${type.name.value}.${field.name.value}`;
        const rule = ruleAt(place, field.directives) ?? ownRule;
        if (rule) rules.set(place, rule);
        else problems.push(`${place}: no @access rule of its own or of its type`);
      }
      return false;
    },
  });
  return { rules, problems };
}

/** The rule a directive states, or what is wrong with it. */
function readRule(directive: ConstDirectiveNode): AccessRule | string {
  const given = new Map(
    (directive.arguments ?? [])
      .filter(({ value }) => value.kind !== Kind.NULL)
      .map(({ name, value }) => [name.value, valueFromASTUntyped(value)] as const),
  );
  if (given.size !== 1) return '@access takes exactly one of roles, signedIn and public';
  const roles: unknown = given.get('roles');
  if (Array.isArray(roles)) {
    if (roles.length === 0) return '@access(roles:) is empty';
    const unknown = roles.filter((role) => !isRole(String(role)));
    if (unknown.length > 0) return `@access names no known role: ${unknown.join(', ')}`;
    return { roles: [...new Set(roles.map(String).filter(isRole))].sort() };
  }
  if (given.get('signedIn') === true) return { signedIn: true };
  if (given.get('public') === true) return { public: true };
  return '@access must say true, or leave the argument out';
}
