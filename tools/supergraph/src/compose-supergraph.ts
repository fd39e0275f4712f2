import { readAccessRules } from '@jingzhun/subgraph/sdl';
import { composeServices } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';
import { unboundedPages } from './page-sizes';

export type Composition = { ok: true; supergraph: string } | { ok: false; problems: string[] };

const header = '# Written by `npm run generate` from the SDL of the services. Do not edit.\n';

/**
 * One graph out of the subgraphs, or why there is none: a field or mutation that anybody could use because it has no rule, a rule
 * that names no known role, a list without a bound, or parts that contradict each other.
 *
 * The addresses in it are placeholders; the gateway is told the real ones when it starts.
 */
export function composeSupergraph(subgraphs: readonly { name: string; sdl: DocumentNode }[]): Composition {
  const unsafe = subgraphs.flatMap(({ name, sdl }) =>
    [...readAccessRules(sdl).problems, ...unboundedPages(sdl)].map((problem) => `${name}: ${problem}`),
  );
  if (unsafe.length > 0) return { ok: false, problems: unsafe };
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: sdl, url: `http://${name}.subgraph.invalid/graphql` })),
  );
  if (result.errors) return { ok: false, problems: result.errors.map(({ message }) => message) };
  return { ok: true, supergraph: `${header}\n${result.supergraphSdl}\n` };
}
