import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path for a workbook, for as long as `work` needs it. */
export async function withTemporaryFile<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  try {
    return await work(join(folder, 'file.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
