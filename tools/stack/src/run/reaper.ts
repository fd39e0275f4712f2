import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Socket } from 'node:net';

/** Starts the process that outlives us and ends our children when we die of anything. */
export class Reaper {
  private child: ChildProcess | undefined;

  constructor(
    private readonly folder: string,
    private readonly run: string,
  ) {
    this.start();
  }

  /** Our own end is in order: let it go. It looks for the run's record once more and finds none. */
  release(): void {
    const child = this.child;
    this.child = undefined;
    child?.stdin?.end();
  }

  private start(): void {
    const child = spawn(process.execPath, [join(__dirname, '../../bootstrap/reaper.cjs'), this.folder, this.run], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      env: {},
    });
    this.child = child;
    child.unref();
    (child.stdin as Socket).unref();
    child.stdin?.on('error', () => undefined);
    child.once('exit', () => {
      if (this.child === child) this.start();
    });
  }
}
