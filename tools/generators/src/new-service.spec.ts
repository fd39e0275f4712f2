import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from './main';
import { WorkspaceCopy } from './testing/workspace-copy';

const program = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

describe('npm run new:service', () => {
  let copy: WorkspaceCopy;
  const said: string[] = [];
  const create = (...args: string[]) => main(copy.root, args, (line) => said.push(line));

  beforeAll(async () => {
    copy = new WorkspaceCopy();
    expect(await create('public-services', '--subject', 'housing-lack')).toBe(0);
  }, 120_000);
  afterAll(() => copy.remove());

  it('writes every file that recurs in a service, and says what only a person can do', () => {
    const subject = ['graphql', 'module.ts', 'resolver.ts', 'service.ts', 'rules.ts', 'repository.ts', 'queries.ts'];
    for (const file of [
      'README.md',
      'package.json',
      ...['main.ts', 'app.module.ts', 'env.ts', 'data-source.ts', 'migrate.ts', 'graph.generated.ts'].map(
        (name) => `src/${name}`,
      ),
      ...[...subject, 'entity.ts', 'errors.ts', 'rules.spec.ts', 'service.spec.ts'].map(
        (name) => `src/housing-lack/housing-lack.${name}`,
      ),
    ]) {
      expect([file, existsSync(join(copy.root, 'apps/public-services', file))]).toEqual([file, true]);
    }
    expect(said.join('\n')).toMatch(/What only you can do/);
  });

  it('puts the service into the graph', () => {
    const supergraph = readFileSync(join(copy.root, 'apps/gateway/supergraph.graphql'), 'utf8');
    expect(supergraph).toMatch(/closeHousingLack/);
  });

  it('overwrites nothing', async () => {
    await expect(create('public-services')).rejects.toThrow(/exists: this name is taken/);
    await expect(create('Public Services')).rejects.toThrow(/is no name/);
    await expect(create()).rejects.toThrow(/npm run new:service -- NAME/);
  });

  it('writes what the formatter would write', async () => {
    const files = ['apps/public-services', 'libs/contracts', '!**/*.generated.ts'];
    expect(await copy.run(program('prettier', 'bin/prettier.cjs'), ['--check', ...files])).toMatchObject({ code: 0 });
  }, 120_000);

  it('writes what the type checker accepts', async () => {
    expect(await copy.run(program('typescript', 'bin/tsc'), ['--noEmit'])).toEqual({ code: 0, output: '' });
  }, 540_000);

  it('writes what the lint rules accept', async () => {
    const graph = await copy.run(require.resolve('nx/bin/nx.js'), ['show', 'projects']);
    expect(graph.output).toContain('@jingzhun/public-services');
    const lint = await copy.run(program('eslint', 'bin/eslint.js'), [
      'apps/public-services',
      'libs/contracts',
      '--max-warnings',
      '0',
    ]);
    expect(lint).toEqual({ code: 0, output: '' });
  }, 540_000);

  it('writes specs that pass on a real database', async () => {
    const specs = await copy.run(program('jest', 'bin/jest.js'), ['--runInBand', 'apps/public-services']);
    expect(specs.output).toMatch(/Tests: +\d+ passed, \d+ total/);
    expect(specs).toMatchObject({ code: 0 });
  }, 540_000);
});
