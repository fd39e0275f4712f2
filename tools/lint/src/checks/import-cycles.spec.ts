import { importCycles } from './import-cycles';

const cycles = (files: Record<string, string>) =>
  importCycles(Object.entries(files).map(([path, text]) => ({ path, text }))).map((line) => line.split(':')[0]);

describe('files that import each other', () => {
  it('are refused, with the whole ring', () => {
    expect(
      cycles({
        'apps/x/src/main.ts': "import { a } from './a';",
        'apps/x/src/a.ts': "import { b } from './b/b';",
        'apps/x/src/b/b.ts': "export { c } from '../c';",
        'apps/x/src/c.ts': "import { a } from './a';",
      }),
    ).toEqual(['apps/x/src/a.ts → apps/x/src/b/b.ts → apps/x/src/c.ts → apps/x/src/a.ts']);
  });

  it('may know each other as types', () => {
    expect(
      cycles({
        'apps/x/src/a.ts': "import type { B } from './b';",
        'apps/x/src/b.ts': "import { a } from './a';",
        'apps/x/src/c.ts': "import { type D } from './d';",
        'apps/x/src/d.ts': "import { c } from './c';",
      }),
    ).toEqual([]);
  });

  it('are found through the door of a folder', () => {
    expect(
      cycles({
        'libs/x/src/part/index.ts': "export { a } from './a';",
        'libs/x/src/part/a.ts': "import { a } from '.';",
        'libs/x/src/b.ts': "import { a } from './part';",
      }),
    ).toEqual(['libs/x/src/part/index.ts → libs/x/src/part/a.ts → libs/x/src/part/index.ts']);
  });
});
