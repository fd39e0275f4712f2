import { join } from 'node:path';
import { workspace } from '../../bootstrap/programs.cjs';
import { runTool } from './run-tool';

/** Compiles one tool of a pinned Go module of ours, stripped. Two packages at a time leave the machine usable. */
export async function buildGoProgram(module: string, packagePath: string, target: string): Promise<void> {
  await runTool('go', ['build', '-p=2', '-mod=readonly', '-trimpath', '-ldflags=-s -w', '-o', target, packagePath], {
    workingFolder: join(workspace, 'infra', module),
    missing: 'Go is missing: install it (https://go.dev/dl) and try again.',
  });
}
