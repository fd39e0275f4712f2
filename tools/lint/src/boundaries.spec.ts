import { ToyWorkspace } from './testing/toy-workspace';

/** The table of the design, written a second time on purpose: a slip in the rule's own table shows here. */
const types: Record<string, string> = {
  service: 'platform contract domain kernel',
  gateway: 'platform kernel',
  worker: 'workflow domain platform contract kernel',
  workflow: 'domain contract kernel',
  domain: 'kernel',
  platform: 'platform contract kernel',
  contract: 'kernel',
  kernel: '',
  console: 'ui kernel',
  ui: 'ui kernel',
  acceptance: 'tools platform workflow domain contract kernel',
  tools: 'tools platform workflow domain contract kernel',
};
const scopes: Record<string, string> = {
  identification: 'identification shared',
  supervision: 'supervision shared',
  shared: 'shared',
  tools: 'tools shared identification supervision',
};
const runtimes: Record<string, string> = {
  node: 'node sandbox any',
  sandbox: 'sandbox any',
  browser: 'browser any',
  any: 'any',
};

/** In the other two dimensions the toys get along with everyone. */
const dimensions = [
  { name: 'type', table: types, others: ['scope:shared', 'runtime:any'] },
  { name: 'scope', table: scopes, others: ['type:platform', 'runtime:any'] },
  { name: 'runtime', table: runtimes, others: ['type:platform', 'scope:shared'] },
];

describe('who may import whom', () => {
  let workspace: ToyWorkspace;
  let refusals: string[];

  beforeAll(async () => {
    const toys = new Map([['untagged', { tags: [] as string[], imports: ['to-type-kernel'] }]]);
    for (const { name, table, others } of dimensions) {
      const values = Object.keys(table);
      for (const value of values) {
        const tags = [`${name}:${value}`, ...others];
        toys.set(`to-${name}-${value}`, { tags, imports: [] });
        toys.set(`from-${name}-${value}`, { tags, imports: values.map((target) => `to-${name}-${target}`) });
      }
    }
    workspace = new ToyWorkspace(toys, ['identification', 'supervision']);
    refusals = await workspace.refusals();
  }, 180_000);

  afterAll(() => workspace.remove());

  describe.each(dimensions)('by $name', ({ name, table }) => {
    it.each(Object.keys(table))('%s imports what the table allows it and nothing else', (from) => {
      const allowed = table[from]?.split(' ') ?? [];
      const expected = Object.keys(table).filter((to) => !allowed.includes(to));
      const refused = Object.keys(table).filter((to) => refusals.includes(`from-${name}-${from} → to-${name}-${to}`));
      expect(refused).toEqual(expected);
    });
  });

  it('a project without tags may import nothing', () => {
    expect(refusals).toContain('untagged → to-type-kernel');
  });
});
