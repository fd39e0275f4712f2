import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { composeSupergraph } from './compose-supergraph';
import { findSubgraphs, type Subgraph } from './find-subgraphs';
import { graphTypes } from './graph-types';

/** Writes, or with `--check` only compares, everything that follows from the SDL. Answers the exit code of the process. */
export async function main(
  root: string,
  flags: readonly string[],
  say: (line: string) => void = console.log,
): Promise<number> {
  const subgraphs = await findSubgraphs(root);
  const composition = composeSupergraph(subgraphs);
  if (!composition.ok) {
    say(['The graph does not compose:', ...composition.problems].join('\n  '));
    return 1;
  }
  const files = new Map([
    [join(root, 'apps/gateway/supergraph.graphql'), composition.supergraph],
    ...subgraphs.map(typesOf),
  ]);
  const stale = await staleOf(files);
  const names = [...stale.keys()].map((path) => relative(root, path));
  if (flags.includes('--check')) {
    say(names.length === 0 ? 'What is generated is fresh.' : `Stale, run "npm run generate":\n  ${names.join('\n  ')}`);
    return names.length === 0 ? 0 : 1;
  }
  await Promise.all([...stale].map(([path, content]) => writeFile(path, content)));
  say(names.length === 0 ? 'What is generated was fresh.' : `Written:\n  ${names.join('\n  ')}`);
  return 0;
}

function typesOf({ folder, sdl }: Subgraph): [string, string] {
  return [join(folder, 'graph.generated.ts'), graphTypes(sdl)];
}

async function staleOf(files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const stale = new Map<string, string>();
  for (const [path, content] of files) {
    const present = existsSync(path) ? await readFile(path, 'utf8') : undefined;
    if (present !== content) stale.set(path, content);
  }
  return stale;
}
