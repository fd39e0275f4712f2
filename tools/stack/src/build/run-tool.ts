import { spawn } from 'node:child_process';
import { CannotStart } from '../run/cannot-start';

const shownLines = 15;

/** Runs a build tool to its end; when it fails, the error holds the end of what it said. */
export function runTool(
  command: string,
  args: string[],
  options: { workingFolder: string; environment?: NodeJS.ProcessEnv; missing: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.workingFolder,
      env: options.environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A compiler must not outlive us; it is nobody's child in the record of the run.
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new CannotStart(options.missing) : error),
    );
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      if (code === 0) return resolve(output);
      const end = output.trimEnd().split('\n').slice(-shownLines).join('\n');
      reject(new CannotStart(`${command} ${args[0] ?? ''} failed with exit code ${code}:\n${end}`));
    });
  });
}
