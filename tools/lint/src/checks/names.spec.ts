import { namesThatSayNothing } from './names';

describe('names of files and folders', () => {
  it('are refused when they exclude nothing', () => {
    const refused = namesThatSayNothing([
      'libs/common/src/index.ts',
      'libs/common/src/money.ts',
      'apps/relocation/src/move/utils.ts',
      'apps/relocation/src/move/date-helpers.spec.ts',
    ]);
    expect(refused.map((line) => line.split(':')[0])).toEqual([
      'libs/common',
      'apps/relocation/src/move/utils.ts',
      'apps/relocation/src/move/date-helpers.spec.ts',
    ]);
  });

  it('may contain such a word when they still name one thing', () => {
    expect(namesThatSayNothing(['libs/platform/database/src/shared-lock.ts', 'apps/x/src/core-village.ts'])).toEqual(
      [],
    );
  });
});
