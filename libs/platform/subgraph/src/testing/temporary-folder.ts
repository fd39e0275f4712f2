import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

// Registered where a spec file is loaded, so that it runs after all of its tests.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder for whatever a spec writes; it is gone when the spec file is over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `jingzhun-${name}-`));
  folders.push(folder);
  return folder;
}
