import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from './run-node';
import { workspaceRoot } from './workspace-root';

interface Toy {
  tags: readonly string[];
  imports?: readonly string[];
}

/** A workspace of toy projects, each a package of one file, under the boundary table of the house. */
export class ToyWorkspace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'jingzhun-boundaries-'));

  constructor(toys: ReadonlyMap<string, Toy>, scopes: readonly string[]) {
    symlinkSync(join(workspaceRoot, 'node_modules'), join(this.folder, 'node_modules'));
    this.write('package.json', JSON.stringify({ name: 'toys', private: true, workspaces: ['toys/*'] }));
    this.write('nx.json', JSON.stringify({ analytics: false, neverConnectToCloud: true }));
    this.write('tsconfig.base.json', '{}');
    this.write('eslint.config.mjs', configuration(scopes));
    for (const [name, { tags, imports = [] }] of toys) {
      const manifest = { name: `@toy/${name}`, version: '1.0.0', exports: './index.mjs', nx: { tags } };
      this.write(`toys/${name}/package.json`, JSON.stringify(manifest));
      this.write(`toys/${name}/index.mjs`, imports.map((target) => `import '@toy/${target}';\n`).join(''));
    }
  }

  /** Every import that the table refuses, as `from → to`. */
  async refusals(): Promise<string[]> {
    const graph = await runNode(this.folder, [require.resolve('nx/bin/nx.js'), 'show', 'projects']);
    if (graph.code !== 0) throw new Error(`No project graph of the toys: ${graph.output}`);
    const eslint = join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
    const { output } = await runNode(this.folder, [eslint, '.', '--format', 'json']);
    const files = JSON.parse(output.slice(output.indexOf('['))) as LintedToy[];
    return files.flatMap(({ filePath, source = '', messages }) =>
      messages.map(({ line }) => {
        const from = /toys\/([^/]+)\//.exec(filePath)?.[1];
        const to = /@toy\/([^']+)/.exec(source.split('\n')[line - 1] ?? '')?.[1];
        return `${from} → ${to}`;
      }),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(path: string, text: string): void {
    mkdirSync(join(this.folder, path, '..'), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
}

interface LintedToy {
  filePath: string;
  source?: string;
  messages: { line: number }[];
}

function configuration(scopes: readonly string[]): string {
  const table = pathToFileURL(join(workspaceRoot, 'tools/lint/boundaries.mjs')).href;
  return `
    import nx from '@nx/eslint-plugin';
    import { boundaries } from '${table}';
    const depConstraints = boundaries(${JSON.stringify(scopes)}, 'production');
    export default [
      { files: ['toys/**'], plugins: { '@nx': nx }, rules: { '@nx/enforce-module-boundaries': ['error', { depConstraints }] } },
    ];
  `;
}
