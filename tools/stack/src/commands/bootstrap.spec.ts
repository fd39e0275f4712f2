import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const entry = join(__dirname, '../../run.mjs');

/** Runs a command as npm would, and answers what it said. */
async function run(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [entry, ...args], { env: environment });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, lines: output.trimEnd().split('\n') };
}

describe('the way into the commands', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jingzhun-bootstrap-spec-'));
    mkdirSync(join(folder, 'bin'));
    symlinkSync(process.execPath, join(folder, 'bin/node'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A machine with Node alone and an empty cache. */
  const bare = () => ({ PATH: join(folder, 'bin'), XDG_CACHE_HOME: join(folder, 'cache') });

  it('names every missing tool in one line each before anything starts', async () => {
    const { code, lines } = await run(['start', '--no-ui'], bare());
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^Go is missing .*https:\/\/go\.dev\/dl$/),
      expect.stringMatching(/^Java is missing /),
      expect.stringMatching(/^Maven is missing /),
    ]);
  });

  it('refuses a port that was asked for and is taken, in one line', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, lines } = await run(['start', '--no-ui', '--port', String(port)], {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
    });
    server.close();
    expect(code).toBe(1);
    expect(lines).toEqual([
      `Port ${port} is in use: end the program that listens there or choose another with --port.`,
    ]);
  });

  it('refuses a server address at which nobody answers', async () => {
    const { code, lines } = await run(['start', '--no-ui'], {
      ...bare(),
      KAFKA_BROKERS: '127.0.0.1:1',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/TEMPORAL_ADDRESS: nothing answers[^]*KAFKA_BROKERS: nothing answers/);
  });

  it('lets the doctor print one line a check and fail when one fails', async () => {
    const { code, lines } = await run(['doctor'], bare());
    expect(code).toBe(1);
    expect(lines.every((line) => /^(ok {3}|WRONG) {2}\S/.test(line))).toBe(true);
    expect(lines).toContainEqual(expect.stringMatching(/^WRONG {2}Go is missing/));
  });
});
