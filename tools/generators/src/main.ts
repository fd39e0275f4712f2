import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { main as generate } from '@jingzhun/supergraph';
import { namesOf } from './names';
import { writeService } from './write-service';

const usage = 'npm run new:service -- NAME [--subject SUBJECT]';

/** `npm run new:service`. Answers the exit code of the process. */
export async function main(
  root: string,
  args: readonly string[],
  say: (line: string) => void = console.log,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { subject: { type: 'string' } },
    allowPositionals: true,
  });
  const [service, ...more] = positionals;
  if (!service || more.length > 0) throw new Error(usage);
  const names = namesOf(service, values.subject ?? `${service}-record`, new Date());
  const written = writeService(root, names);
  layOut(root, written);
  written.forEach((path) => say(path));
  const code = await generate(root, [], say);
  if (code === 0) nextSteps(service).forEach((line) => say(line));
  return code;
}

/** Layout is the formatter's business, because the length of a name moves lines. */
function layOut(root: string, paths: readonly string[]): void {
  const prettier = join(dirname(require.resolve('prettier/package.json')), 'bin/prettier.cjs');
  const { status, stderr } = spawnSync(process.execPath, [prettier, '--write', '--log-level=warn', ...paths], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The new files could not be formatted.\n${stderr}`);
}

function nextSteps(service: string): string[] {
  return [
    '',
    `apps/${service} is there. What only you can do:`,
    '  npm install                                   notes the package in the lock file',
    `  tools/stack/src/apps/app.ts                   add '${service}' to the services and give it a heap limit`,
    `  tools/stack/src/kafka/topics.ts               add its topic '${service}'`,
    `  apps/${service}/README.md                     say what it keeps; the terms go into docs/glossary.md`,
    `  npx jest apps/${service}                      its specs, green from the start`,
  ];
}
