import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const rooms = ['apps', 'libs', 'tools', 'infra', 'docs'];
const notOurs = new Set(['node_modules', 'dist', 'coverage']);

/** Every file of the house, as paths from the root with forward slashes; what is installed or built is left out. */
export function sourceFiles(root: string): string[] {
  return rooms.filter((room) => existsSync(join(root, room))).flatMap((room) => filesIn(root, room));
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });
}
