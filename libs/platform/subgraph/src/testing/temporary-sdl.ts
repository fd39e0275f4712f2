import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes an SDL to a file of its own and answers its path, for a spec that makes up a subgraph. */
export function temporarySdl(sdl: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'jingzhun-sdl-')), 'spec.graphql');
  writeFileSync(path, sdl);
  return path;
}
