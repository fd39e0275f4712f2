import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTimeOf } from '../../bootstrap/processes.cjs';
import { cleanUp, liveRecord, type RunRecord, writeRecord } from '../../bootstrap/run-record.cjs';
import { CannotStart } from './cannot-start';

/** Where one run keeps its record, logs, secrets and data. */
export class RunFolder {
  /** Tells this run from any other in the same folder. */
  readonly id = randomUUID();
  private readonly record: RunRecord;

  private constructor(
    readonly path: string,
    private readonly temporary: boolean,
  ) {
    this.record = {
      run: this.id,
      supervisor: { pid: process.pid, startTime: startTimeOf(process.pid) ?? '' },
      processes: [],
      temporaryFolders: temporary ? [path] : [],
      addresses: {},
    };
    // The database's unprivileged user walks through the folder but cannot list it; every secret in it is 0600.
    mkdirSync(join(path, 'logs'), { recursive: true });
    chmodSync(path, 0o711);
    writeRecord(path, this.record);
  }

  /** A folder that stays. What a supervisor that died left running in it is ended first. */
  static async open(path: string): Promise<RunFolder> {
    if (liveRecord(path)) throw new CannotStart('It runs already: npm run stop ends it.');
    await cleanUp(path);
    return new RunFolder(path, false);
  }

  /** A folder of its own that is gone when the run ends, however it ends. */
  static temporary(purpose: string): RunFolder {
    return new RunFolder(mkdtempSync(join(tmpdir(), `jingzhun-${purpose}-`)), true);
  }

  folder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  logFile(kind: string): string {
    return join(this.path, 'logs', `${kind}.log`);
  }

  /** Keeps a text that only the owner may read; answers where. */
  write(name: string, text: string): string {
    const path = join(this.path, name);
    writeFileSync(path, text, { mode: 0o600 });
    chmodSync(path, 0o600);
    return path;
  }

  /** A secret that belongs to the data in the folder: made once, the same ever after. */
  secret(name: string, make: () => string): string {
    const path = join(this.path, name);
    if (!existsSync(path)) this.write(name, make());
    return readFileSync(path, 'utf8');
  }

  /** Notes a data folder that had to live elsewhere; it shares this folder's fate. */
  owns(path: string): void {
    if (this.temporary) this.update({ temporaryFolders: [...this.record.temporaryFolders, path] });
    else this.write('elsewhere', path);
  }

  update(change: Partial<RunRecord>): void {
    Object.assign(this.record, change);
    writeRecord(this.path, this.record);
  }

  /** The run is over and its processes are gone. */
  close(): void {
    rmSync(join(this.path, 'run.json'), { force: true });
    for (const path of this.record.temporaryFolders) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}
