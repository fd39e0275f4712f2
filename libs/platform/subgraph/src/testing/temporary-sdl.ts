import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

/** Writes an SDL to a file of its own and answers its path, for a spec that makes up a subgraph. */
export function temporarySdl(sdl: string): string {
  const path = join(temporaryFolder('sdl'), 'spec.graphql');
  writeFileSync(path, sdl);
  return path;
}
