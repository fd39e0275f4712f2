import fc from 'fast-check';
import { mergedGroups, type MergerAsked, type MergerGround } from './area.rules';

const asked: MergerAsked = {
  villages: ['451225100201', '451225100203'],
  code: '451225100301',
  name: '新合村',
  kind: '村',
  poor: true,
  document: '罗政发〔2016〕3号',
};

const ground: MergerGround = {
  villages: [
    { code: '451225100201', name: '冲洞村' },
    { code: '451225100203', name: '三家村' },
  ],
  groups: [
    { code: '451225100201001', name: '第1村民小组' },
    { code: '451225100201002', name: '第2村民小组' },
    { code: '451225100203001', name: '第1村民小组' },
  ],
  townshipKnown: true,
  codeKnown: false,
  underReview: [],
};

describe('a merger of villages', () => {
  it('gives every group one new group, numbered through, whose name says where it came from', () => {
    expect(mergedGroups(asked, ground)).toEqual([
      { code: '451225100201001', successor: { code: '451225100301001', name: '冲洞村第1村民小组' } },
      { code: '451225100201002', successor: { code: '451225100301002', name: '冲洞村第2村民小组' } },
      { code: '451225100203001', successor: { code: '451225100301003', name: '三家村第1村民小组' } },
    ]);
  });

  it('gives no two groups the same code, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 40 }), (villageCount, groupCount) => {
        const villages = Array.from({ length: villageCount }, (_, index) => ({
          code: `45122510020${index}`,
          name: `V${index}`,
        }));
        const groups = villages.flatMap(({ code }) =>
          Array.from({ length: groupCount }, (_, index) => ({
            code: code + String(index + 1).padStart(3, '0'),
            name: 'G',
          })),
        );
        const wish = { ...asked, villages: villages.map(({ code }) => code) };
        const codes = mergedGroups(wish, { ...ground, villages, groups }).map(({ successor }) => successor.code);
        expect(new Set(codes).size).toBe(groups.length);
        for (const code of codes) expect(code).toMatch(/^451225100301\d{3}$/);
      }),
    );
  });

  it.each<[string, Partial<MergerAsked>, Partial<MergerGround>, string, string]>([
    ['one village', { villages: ['451225100201'] }, {}, 'INVALID_INPUT', 'villages'],
    [
      'a village twice',
      { villages: ['451225100201', '451225100201', '451225100203'] },
      {},
      'INVALID_INPUT',
      'villages',
    ],
    ['a township', { villages: ['451225100', '451225100203'] }, {}, 'INVALID_INPUT', 'villages'],
    ['a village that is gone', {}, { villages: [ground.villages[0]!] }, 'NOT_FOUND', 'villages'],
    ['a new code that is none', { code: '4512251003' }, {}, 'INVALID_INPUT', 'code'],
    ['a new code that was given', {}, { codeKnown: true }, 'CODE_TAKEN', 'code'],
    ['a new code of no township', {}, { townshipKnown: false }, 'NOT_FOUND', 'code'],
    ['no name', { name: ' ' }, {}, 'INVALID_INPUT', 'name'],
    ['no decision behind it', { document: '' }, {}, 'INVALID_INPUT', 'document'],
    ['a sitting under way', {}, { underReview: ['451225100201001'] }, 'VILLAGE_UNDER_REVIEW', 'villages'],
  ])('is refused with %s', (_, wish, facts, code, field) => {
    expect(() => mergedGroups({ ...asked, ...wish }, { ...ground, ...facts })).toThrow(
      expect.objectContaining({ code, field }),
    );
  });
});
