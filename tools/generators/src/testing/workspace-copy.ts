import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const workspaceRoot = join(__dirname, '../../../..');
const atTheRoot = [
  '.prettierrc.json',
  '.swcrc',
  'eslint.config.mjs',
  'nx.json',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
];

/** What is built is another matter, and the libraries' own specs are run where they stand. */
function isWanted(path: string): boolean {
  return !['dist', 'node_modules'].includes(basename(path)) && !path.endsWith('.spec.ts');
}

/**
 * A copy of the workspace without its apps: libraries, lint rules and configuration. The packages installed are shared, our
 * own are the copy's.
 */
export class WorkspaceCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'jingzhun-workspace-'));

  constructor() {
    for (const file of atTheRoot) cpSync(join(workspaceRoot, file), join(this.root, file));
    for (const path of ['libs', 'tools/lint/boundaries.mjs', 'tools/lint/rules']) {
      cpSync(join(workspaceRoot, path), join(this.root, path), { recursive: true, filter: isWanted });
    }
    mkdirSync(join(this.root, 'apps/gateway'), { recursive: true });
    const gateway = readFileSync(join(workspaceRoot, 'apps/gateway/package.json'));
    writeFileSync(join(this.root, 'apps/gateway/package.json'), gateway);
    this.linkPackages();
    this.writeJestConfiguration();
  }

  /** Runs an installed tool in the copy. */
  run(tool: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [tool, ...args], {
        cwd: this.root,
        env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1', FORCE_COLOR: undefined },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 540_000,
      });
      let output = '';
      const collect = (chunk: string) => (output += chunk);
      child.stdout.setEncoding('utf8').on('data', collect);
      child.stderr.setEncoding('utf8').on('data', collect);
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output }));
    });
  }

  /** Jest as everywhere, but without servers of its own: those of this run are in the environment. */
  private writeJestConfiguration(): void {
    const usual = JSON.stringify(join(workspaceRoot, 'jest.config.cjs'));
    const lines = [
      `const { globalSetup, globalTeardown, ...usual } = require(${usual});`,
      'module.exports = { ...usual, rootDir: __dirname };',
    ];
    writeFileSync(join(this.root, 'jest.config.cjs'), `${lines.join('\n')}\n`);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private linkPackages(): void {
    const installed = join(workspaceRoot, 'node_modules');
    const linked = join(this.root, 'node_modules');
    mkdirSync(join(linked, '@jingzhun'), { recursive: true });
    for (const name of readdirSync(installed)) {
      if (name !== '@jingzhun' && name !== '.cache') symlinkSync(join(installed, name), join(linked, name));
    }
    for (const manifest of readdirSync(join(this.root, 'libs'), { recursive: true, encoding: 'utf8' })) {
      if (basename(manifest) !== 'package.json') continue;
      const folder = join(this.root, 'libs', dirname(manifest));
      const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string };
      symlinkSync(folder, join(linked, name));
    }
  }
}
