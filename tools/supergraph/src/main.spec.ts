import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from './main';

const cows = `
  type Query { cows(first: Int! = 50, kind: CowKind): [Cow!]! @access(roles: ["fieldWorker"]) }
  type Cow @key(fields: "id") @access(signedIn: true) { id: ID! name: String bornAt: DateTime! }
  enum CowKind { milk meat }
`;
const pastures = `
  extend type Query { pasture: Pasture @access(public: true) @tag(name: "public") }
  type Pasture @access(signedIn: true) { cow: Cow! }
  type Cow @key(fields: "id", resolvable: false) @access(signedIn: true) { id: ID! }
`;

describe('npm run generate', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'jingzhun-graph-'));
    await mkdir(join(root, 'apps/gateway'), { recursive: true });
    await write('apps/cows/src/cow/cow.graphql', cows);
    await write('apps/pastures/src/pasture.graphql', pastures);
  });
  afterEach(() => rm(root, { recursive: true }));

  async function write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }

  async function run(...flags: string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const code = await main(root, flags, (line) => lines.push(line));
    return { code, said: lines.join('\n') };
  }

  it('composes one graph and keeps what is public in it', async () => {
    expect(await run()).toMatchObject({ code: 0 });
    const supergraph = await readFile(join(root, 'apps/gateway/supergraph.graphql'), 'utf8');
    expect(supergraph).toMatch(/COWS @join__graph\(name: "cows"/);
    expect(supergraph).toMatch(/pasture: Pasture .*@tag\(name: "public"\)/);
  });

  it('writes the types of each service', async () => {
    await run();
    const types = await readFile(join(root, 'apps/cows/src/graph.generated.ts'), 'utf8');
    expect(types).toContain('export interface Cow {\n  id: string;\n  name?: string | null;\n  bornAt: Date;\n}\n');
    expect(types).toContain("export type CowKind = 'milk' | 'meat';\n");
    expect(types).toContain('export interface QueryCowsArgs {\n  first: number;\n  kind?: CowKind | null;\n}\n');
  });

  it('finds a stale file when the SDL was changed after', async () => {
    await run();
    expect(await run('--check')).toEqual({ code: 0, said: 'What is generated is fresh.' });
    await appendFile(join(root, 'apps/cows/src/cow/cow.graphql'), '\nextend type Cow { weight: Int }');
    const checked = await run('--check');
    expect(checked.code).toBe(1);
    expect(checked.said).toContain('apps/cows/src/graph.generated.ts');
    expect(checked.said).toContain('apps/gateway/supergraph.graphql');
    await run();
    expect(await run('--check')).toMatchObject({ code: 0 });
  });

  it.each([
    ['a mutation without a rule', 'type Mutation { slaughter: Int }', /cows: Mutation\.slaughter: no @access rule/],
    ['an unknown role', 'extend type Cow { price: Int @access(roles: ["butcher"]) }', /no known role: butcher/],
    ['a list without a bound', 'extend type Cow { calves(first: Int): [Cow!]! }', /Cow\.calves: "first" must be Int!/],
    ['parts that contradict each other', 'extend type Query { pasture: Int @access(public: true) }', /pasture/],
  ])('refuses %s and writes nothing', async (_, sdl, problem) => {
    await write('apps/cows/src/more.graphql', sdl);
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toMatch(problem);
    await expect(readFile(join(root, 'apps/gateway/supergraph.graphql'))).rejects.toThrow('ENOENT');
  });
});
