import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** What ESLint says of one file, as far as we read it. */
export interface LintedFile {
  filePath: string;
  messages: { ruleId: string | null; line?: number; message: string }[];
}

/** What the Nx rule prints when it finds no project graph, skips itself, and lets everything pass. */
const ruleAsleep = 'The rule will be skipped';

/**
 * ESLint over the whole workspace. A child process, because the Nx rule keeps its project graph between files only in a
 * process that looks like ESLint's own.
 */
export async function runEslint(root: string): Promise<string[]> {
  const eslint = join(dirname(createRequire(__filename).resolve('eslint/package.json')), 'bin/eslint.js');
  const { output, errors } = await collect(root, [eslint, '.', '--max-warnings', '0', '--format', 'json']);
  if (output.includes(ruleAsleep)) {
    return ['eslint: no project graph, so the boundaries were not checked. Run npx nx show projects, then lint again.'];
  }
  const start = output.indexOf('[');
  if (start < 0) return [`eslint: could not run.\n${errors}${output}`];
  return findings(root, JSON.parse(output.slice(start)) as LintedFile[]);
}

function findings(root: string, files: readonly LintedFile[]): string[] {
  return files.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line = 1, message, ruleId }) => `${relative(root, filePath)}:${line}: ${message} (${ruleId ?? 'eslint'})`,
    ),
  );
}

function collect(root: string, args: readonly string[]): Promise<{ output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.once('error', reject);
    child.once('close', () => resolve({ output, errors }));
  });
}
