import { pdfOf, type PrintedDocument } from '@jingzhun/print';
import { readPdf } from '@jingzhun/print/testing';
import { luocheng2015Card } from '@jingzhun/identification-rules';
import { sampleAreas, samplePrinting } from '../testing/sample-papers';
import { householdCardPaper } from './household-card.paper';
import { blankHouseholdCard, cardLayoutOf, householdCardView, printedContent } from './household-card.view';

const said = async (document: PrintedDocument): Promise<string> =>
  (await readPdf(await pdfOf(document))).pages.join('');

describe('the household card on paper', () => {
  const layout = cardLayoutOf(luocheng2015Card);
  const member = {
    name: '覃明',
    sex: '男',
    birthDate: '1970-01-02',
    idNumberMasked: '451225************',
    relation: '本人',
    ethnicity: '仫佬族',
    education: '初中',
    schoolStage: null,
    health: '健康',
    labour: '普通劳动力',
    workPlace: null,
    workMonths: 8,
  };
  const source = {
    areas: sampleAreas,
    year: 2015,
    household: { number: '4512251052020030007', head: '覃明', address: '大新村7号' },
    score: 43,
    members: [member],
    values: [
      { code: 'A1', value: '一般贫困户' },
      { code: 'A18', value: '砖木' },
    ],
    provisional: null,
  };

  it('shows what is known under its code, and members without the digits of their numbers', async () => {
    const text = await said(householdCardPaper(householdCardView(layout, source), samplePrinting));
    expect(text).toContain('A1贫困户属性一般贫困户');
    expect(text).toContain('A18房屋结构砖木');
    expect(text).toContain('451225************');
    expect(text).toContain('识别得分43');
  });

  it('has a place for everything a saved card holds but phones and bank cards', async () => {
    const filled = [
      { code: 'A1', value: 'ordinary', source: { kind: 'decision' as const, key: 'attribute' } },
      { code: 'A19', value: 15.25, source: { kind: 'computed' as const, key: 'floor-area-per-head' } },
      { code: 'A22', value: [], source: { kind: 'fact' as const, key: 'appliances' } },
      { code: 'phone', value: '13800000000', source: { kind: 'fact' as const, key: 'phone' } },
      { code: 'bank-card', value: '6222', source: { kind: 'fact' as const, key: 'bank-card' } },
      { code: 'score', value: 43, source: { kind: 'computed' as const, key: 'score' } },
      ...[
        ['A4', '覃明'],
        ['A8', '01'],
        ['A12', 'chronic'],
        ['A15', 8],
        ['A17', 'yes'],
      ].map(([code, value]) => ({
        code: code as string,
        member: 'head',
        value: value!,
        source: { kind: 'fact' as const, key: 'any' },
      })),
    ];
    const content = printedContent(luocheng2015Card, filled);
    expect(content.score).toBe(43);
    expect(content.members).toEqual([
      expect.objectContaining({ name: '覃明', relation: '本人', health: '长期慢性病', workMonths: 8, education: null }),
    ]);
    const text = await said(householdCardPaper(householdCardView(layout, { ...source, ...content }), samplePrinting));
    for (const words of ['A19人均住房面积（㎡）15.25', 'A22家电无', 'A17参加养老保险覃明：是'])
      expect(text).toContain(words);
    for (const secret of ['13800000000', '6222']) expect(text).not.toContain(secret);
  });

  it('loses no value: one without a place is a fault', () => {
    const values = [{ code: 'A99', value: 'x' }];
    expect(() => householdCardView(layout, { ...source, values })).toThrow('no field A99');
  });

  it('names each of its fields once', () => {
    const codes = [...layout.attributes, ...layout.sections.flatMap(({ fields }) => fields)].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('can be filled by hand', async () => {
    const text = await said(householdCardPaper(blankHouseholdCard(layout, sampleAreas, 2015), samplePrinting));
    expect(text).toContain('2015年度');
    expect(text).not.toContain('覃明');
  });
});
