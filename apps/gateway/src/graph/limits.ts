import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { GatewayError } from '../gateway-error';

/** What one document may ask for; far above what a screen needs, far below what hurts. */
export const limits = { tokens: 1000, depth: 8, aliases: 15, fields: 1000 } as const;

interface Measure {
  depth: number;
  aliases: number;
  /** Fields after every fragment is written out where it is spread: what the planner will have to walk. */
  fields: number;
}

const nothing: Measure = { depth: 0, aliases: 0, fields: 0 };
const introspection = new Set(['__schema', '__type']);

/**
 * Refuses a document that is too deep, too wide or blown up by fragments, before anything plans it. A fragment is measured once,
 * however often it is spread.
 *
 * @throws GatewayError LIMIT_EXCEEDED naming the limit
 */
export function checkLimits(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const measured = new Map<string, Measure>();
  for (const { selectionSet } of operations) {
    const measure = measureOf(selectionSet, fragments, measured);
    for (const limit of ['depth', 'aliases', 'fields'] as const) {
      if (measure[limit] > limits[limit]) throw limitExceeded(limit);
    }
  }
}

export function limitExceeded(limit: keyof typeof limits): GatewayError {
  return new GatewayError(400, 'LIMIT_EXCEEDED', `The request goes beyond ${limits[limit]} ${limit}.`, { limit });
}

function measureOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Measure>,
): Measure {
  return selections
    .map((selection): Measure => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return measureOf(selection.selectionSet, fragments, measured);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentMeasure(selection.name.value, fragments, measured);
      // Whether the schema may be shown at all is another rule; where it may, its own nesting is not a caller's doing.
      const isLeaf = !selection.selectionSet || introspection.has(selection.name.value);
      const inner =
        isLeaf || !selection.selectionSet ? nothing : measureOf(selection.selectionSet, fragments, measured);
      return {
        depth: inner.depth + 1,
        aliases: inner.aliases + (selection.alias ? 1 : 0),
        fields: inner.fields + 1,
      };
    })
    .reduce(
      (sum, one) => ({
        depth: Math.max(sum.depth, one.depth),
        aliases: sum.aliases + one.aliases,
        fields: sum.fields + one.fields,
      }),
      nothing,
    );
}

/** A fragment that contains itself counts as nothing here; validation refuses it. */
function fragmentMeasure(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Measure>,
): Measure {
  const known = measured.get(name);
  if (known) return known;
  const fragment = fragments.get(name);
  if (!fragment) return nothing;
  measured.set(name, nothing);
  const measure = measureOf(fragment.selectionSet, fragments, measured);
  measured.set(name, measure);
  return measure;
}
