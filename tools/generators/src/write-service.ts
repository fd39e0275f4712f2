import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fillIn, type Names } from './names';

const templates = join(__dirname, '../templates/service');
const suffix = '.template';

/**
 * Writes a service and the contract of its first event. Overwrites nothing.
 * @returns the paths of the files written, from `root`
 * @throws Error when there is such a service already
 */
export function writeService(root: string, names: Names): string[] {
  const files = templateFiles().map((template) => ({
    path: fillIn(template.slice(0, -suffix.length), names),
    text: fillIn(readFileSync(join(templates, template), 'utf8'), names),
  }));
  for (const { path } of files) {
    if (existsSync(join(root, path))) throw new Error(`${path} exists: this name is taken.`);
  }
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files.map(({ path }) => path), openContract(root, names)].sort();
}

/** The contracts have a door for each owner. */
function openContract(root: string, { service }: Names): string {
  const path = 'libs/contracts/package.json';
  const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as { exports: Record<string, unknown> };
  const source = `./src/${service}/index.ts`;
  manifest.exports[`./${service}`] = { types: source, source, default: `./dist/${service}/index.js` };
  writeFileSync(join(root, path), JSON.stringify(manifest, null, 2));
  return path;
}

function templateFiles(): string[] {
  return readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix));
}
