import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillTemplate } from '../build/template';
import { answers } from '../run/ports';
import type { Program } from '../run/program';
import type { RunFolder } from '../run/run-folder';
import { namespace } from './namespace';
import { temporalUiBinary } from './temporal-binaries';

/** The official Web UI in front of the given server. */
export async function temporalUiProgram(run: RunFolder, temporal: string, port: number): Promise<Program> {
  const command = await temporalUiBinary();
  const settings = fillTemplate('temporal/ui.yaml', { temporal, port, namespace });
  writeFileSync(join(run.folder('temporal-ui'), 'jingzhun.yaml'), settings);
  return {
    kind: 'temporal-ui',
    command,
    args: ['--root', run.path, '--config', 'temporal-ui', '--env', 'jingzhun', 'start'],
    environment: { PATH: process.env.PATH ?? '' },
    workingFolder: run.path,
    tier: 2,
    stopSignal: 'SIGTERM',
    readyWithinMs: 60_000,
    isReady: () => answers('127.0.0.1', port),
  };
}
