import { readFileSync } from 'node:fs';
import { parse, valueFromASTUntyped, visit, type DocumentNode } from 'graphql';

export interface Supergraph {
  text: string;
  document: DocumentNode;
}

/**
 * Reads the composed graph. The addresses in it are placeholders; each subgraph it names must have one of its own.
 *
 * @throws Error naming the subgraphs without an address
 */
export function readSupergraph(file: string, urls: ReadonlyMap<string, string>): Supergraph {
  const text = readFileSync(file, 'utf8');
  const document = parse(text);
  const missing = subgraphNames(document).filter((name) => !urls.has(name));
  if (missing.length > 0) throw new Error(`SUBGRAPH_URLS has no address for: ${missing.join(', ')}`);
  return { text, document };
}

function subgraphNames(supergraph: DocumentNode): string[] {
  const names: string[] = [];
  visit(supergraph, {
    EnumValueDefinition: ({ directives = [] }) => {
      const graph = directives.find(({ name }) => name.value === 'join__graph');
      const name = graph?.arguments?.find((argument) => argument.name.value === 'name');
      if (name) names.push(String(valueFromASTUntyped(name.value)));
      return false;
    },
  });
  return names;
}
