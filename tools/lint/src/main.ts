import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCycles } from './checks/import-cycles';
import { downloadAddresses } from './checks/lock-file';
import { namesThatSayNothing } from './checks/names';
import { tagProblems, type KnownTags, type Manifest } from './checks/tags';
import { runEslint } from './run-eslint';
import { sourceFiles } from './source-files';

/** The whole of `npm run lint`, over files and folders as well as over code. Answers the exit code of the process. */
export async function main(root: string, known: KnownTags, say: (line: string) => void = console.log): Promise<number> {
  const files = sourceFiles(root);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const problems = [
    ...namesThatSayNothing(files),
    ...tagProblems(
      files.filter(isManifest).map((path) => manifestOf(path, read(path))),
      known,
    ),
    ...importCycles(files.filter(isTypeScript).map((path) => ({ path, text: read(path) }))),
    ...downloadAddresses(read('package-lock.json')),
    ...(await runEslint(root)),
  ];
  problems.forEach((problem) => say(problem));
  say(problems.length === 0 ? 'The house rules hold.' : `The house rules are broken: ${problems.length} findings.`);
  return problems.length === 0 ? 0 : 1;
}

function isTypeScript(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.d.ts');
}

function isManifest(path: string): boolean {
  return path.endsWith('/package.json') && !path.startsWith('infra/') && !path.includes('/templates/');
}

function manifestOf(path: string, text: string): Manifest {
  const { nx } = JSON.parse(text) as { nx?: { tags?: string[] } };
  return { path, tags: nx?.tags ?? [] };
}
