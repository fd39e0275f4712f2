import fc from 'fast-check';
import type { Placed } from './placed';
import { planOf, type Plan } from './plan';
import type { Block, Paper, PrintedDocument } from './printed-document';

const document = (blocks: readonly Block[], paper: Paper = 'A4'): PrintedDocument => ({
  title: '表',
  paper,
  printedAt: new Date(0),
  footer: '罗城县',
  blocks,
});

const wordsOn = (plan: Plan, page: number) =>
  plan.pages[page]!.placed.flatMap((each) => ('words' in each ? [each.words] : []));
const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ cells: [`第${row + 1}行`, '内容'] }));

describe('a document on its pages', () => {
  it('says on each which page of how many it is', () => {
    const plan = planOf(document([{ block: 'table', columns: [1, 1], rows: rows(120) }]));
    expect(plan.pages.length).toBeGreaterThan(2);
    plan.pages.forEach((_, page) => {
      expect(wordsOn(plan, page)).toContain(`第 ${page + 1} 页\u3000共 ${plan.pages.length} 页`);
      expect(wordsOn(plan, page)).toContain('罗城县');
    });
  });

  it('has the head of a table on every page the table runs on to', () => {
    const head = [{ cells: ['行号', '说明'] }];
    const plan = planOf(document([{ block: 'table', columns: [1, 1], head, rows: rows(120) }]));
    plan.pages.forEach((_, page) => expect(wordsOn(plan, page).filter((words) => words === '行号')).toHaveLength(1));
    const all = plan.pages.flatMap((_, page) => wordsOn(plan, page)).filter((words) => /^第\d+行$/.test(words));
    expect(all).toEqual(rows(120).map(({ cells }) => cells[0]));
  });

  it('never leaves a heading or the head of a table alone at the foot of a page', () => {
    for (let above = 20; above < 45; above += 1) {
      const plan = planOf(
        document([
          { block: 'table', columns: [1, 1], rows: rows(above) },
          { block: 'text', words: '家庭成员', bold: true, leads: true },
          { block: 'table', columns: [1, 1], head: [{ cells: ['姓名', '关系'] }], rows: rows(1) },
        ]),
      );
      const pageOf = (words: string) => plan.pages.findIndex((_, page) => wordsOn(plan, page).includes(words));
      const last = plan.pages.findLastIndex((_, page) => wordsOn(plan, page).includes('第1行'));
      expect([pageOf('家庭成员'), pageOf('姓名')]).toEqual([last, last]);
    }
  });

  it('keeps together what is to stay together', () => {
    for (let above = 30; above < 45; above += 1) {
      const plan = planOf(
        document([
          { block: 'table', columns: [1, 1], rows: rows(above) },
          {
            block: 'together',
            blocks: [
              { block: 'text', words: '签字' },
              { block: 'signatures', perRow: 2, boxes: ['户主', '队员', '组长'].map((label) => ({ label })) },
            ],
          },
        ]),
      );
      const pages = ['签字', '户主', '组长'].map((words) =>
        plan.pages.findIndex((_, page) => wordsOn(plan, page).includes(words)),
      );
      expect(new Set(pages).size).toBe(1);
    }
  });

  it('splits a row that is higher than a page, and loses nothing of it', () => {
    const long = '会议逐户评议'.repeat(600);
    const plan = planOf(document([{ block: 'table', columns: [1, 5], rows: [{ cells: ['记录', long] }] }]));
    expect(plan.pages.length).toBeGreaterThan(1);
    const words = plan.pages.flatMap((_, page) => wordsOn(plan, page)).filter((each) => /^[会议逐户评]+$/.test(each));
    expect(words.join('')).toBe(long);
  });

  it('names it at the foot when a character could not be printed', () => {
    const note = '〓为字库所缺之字，请手写补正';
    const footOf = (words: string) => wordsOn(planOf(document([{ block: 'text', words }])), 0).join('');
    expect(footOf('韦𠀀明')).toContain(note);
    expect(footOf('韦小明')).not.toContain(note);
  });

  it('refuses a row with more cells than columns', () => {
    const tooMany: Block = { block: 'table', columns: [1], rows: [{ cells: ['一', '二'] }] };
    expect(() => planOf(document([tooMany]))).toThrow('more cells');
  });

  it('puts nothing beyond the edge of the paper or over the foot, whatever is written', () => {
    const words = fc.string({ unit: fc.constantFrom(...'罗城县，（a1 \n'), maxLength: 300 });
    const cell = fc.record({ words, align: fc.constantFrom('left' as const, 'center' as const, 'right' as const) });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ block: fc.constant('text' as const), words, indent: fc.boolean() }),
      fc.record({
        block: fc.constant('table' as const),
        columns: fc.constant([1, 2, 3]),
        head: fc.array(fc.record({ cells: fc.constant(['甲', '乙', '丙']) }), { maxLength: 1 }),
        rows: fc.array(fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 3 }) }), { maxLength: 12 }),
      }),
      fc.record({
        block: fc.constant('signatures' as const),
        perRow: fc.integer({ min: 1, max: 4 }),
        boxes: fc.array(fc.record({ label: words, name: words, fingerprint: fc.boolean() }), { maxLength: 6 }),
      }),
      fc.record({
        block: fc.constant('code' as const),
        content: fc.constant('x'),
        caption: fc.constant('扫码'),
        beside: fc.array(words, { maxLength: 3 }),
      }),
    );
    const paper = fc.constantFrom<Paper>('A4', 'A4 landscape', 'A3 landscape');
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), paper, (blocks, on) => {
        const { frame, pages } = planOf(document(blocks, on));
        // The last three of a page are its foot.
        return pages.every(({ placed }) => placed.slice(0, -3).every((each) => extentOf(each).every(within(frame))));
      }),
      { seed: 20_151_025, numRuns: 200 },
    );
  });
});

function extentOf(each: Placed): [number, number][] {
  switch (each.placed) {
    case 'text':
      return [[each.x, each.y]];
    case 'line':
      return [
        [each.x, each.y],
        [each.toX, each.toY],
      ];
    case 'code':
      return [
        [each.x, each.y],
        [each.x + each.size, each.y + each.size],
      ];
    default:
      return [
        [each.x, each.y],
        [each.x + each.width, each.y + each.height],
      ];
  }
}

function within({ width, height, ...edge }: Plan['frame']): (point: [number, number]) => boolean {
  const [right, bottom] = [width - edge.right + 0.1, height - edge.bottom + 0.1];
  return ([x, y]) => x >= edge.left - 4.1 && x <= right && y >= edge.top && y <= bottom;
}
