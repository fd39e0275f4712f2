import fc from 'fast-check';
import { linesOf, printable, type Line } from './lines';

const size = 10;
const textOf = (line: Line) => line.pieces.map(({ words }) => words).join('');
const broken = (text: string, characters: number, options = {}) =>
  linesOf(text, { width: characters * size, size, ...options }).map(textOf);

describe('a text on paper', () => {
  it('is broken between any two characters of Chinese', () => {
    expect(broken('入户评估打分公示', 3)).toEqual(['入户评', '估打分', '公示']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(broken('评议会，公示', 3)).toEqual(['评议', '会，公', '示']);
    expect(broken('评议《方案》公示', 3)).toEqual(['评议', '《方', '案》公', '示']);
    expect(broken('评议——公示', 3)).toEqual(['评', '议——', '公示']);
  });

  it('keeps a number with its unit, and a word whole as far as it fits on a line', () => {
    expect(broken('面积120㎡房', 4)).toEqual(['面积', '120㎡房']);
    expect(broken('见 luocheng 表', 5)).toEqual(['见', 'luocheng', '表']);
    expect(broken('a'.repeat(40), 5).length).toBeGreaterThan(3);
  });

  it('begins a new paragraph at each line break, two characters further in where that is wanted', () => {
    const [first, second, third] = linesOf('一二三四\n五', { width: 4 * size, size, indent: true });
    expect([first, second, third].map((line) => [textOf(line!), line!.pieces[0]!.x])).toEqual([
      ['一二', 20],
      ['三四', 0],
      ['五', 20],
    ]);
    expect(broken('', 4)).toEqual(['']);
  });

  it('keeps its weights apart', () => {
    const [line] = linesOf([{ text: '得分' }, { text: '14', bold: true }], { width: 100, size });
    expect(line!.pieces).toEqual([
      { words: '得分', bold: false, x: 0 },
      { words: '14', bold: true, x: 20 },
    ]);
  });

  it('keeps a run whole as far as it fits on a line', () => {
    const choices = ['□有房', '□无房或危房', '□租房'].map((text) => ({ text, whole: true }));
    const lines = linesOf([choices[0]!, { text: '\u3000' }, choices[1]!, { text: '\u3000' }, choices[2]!], {
      width: 75,
      size,
    });
    expect(lines.map(textOf)).toEqual(['□有房', '□无房或危房', '□租房']);
    expect(linesOf([choices[1]!], { width: 40, size }).map(textOf)).toEqual(['□无房或', '危房']);
  });

  it('shows a mark for a character the typeface lacks, and nothing that is invisible', () => {
    expect(printable('韦𠀀明')).toBe('韦〓明');
    expect(printable('仫佬 覃 㑇')).toBe('仫佬 覃 㑇');
    expect(printable('户\u202e主\u200b\u0007\uFEFF')).toBe('户主');
  });

  it('loses no character and runs over no edge, whatever is written', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'罗城县入户，。《》（—…a1 .%㎡\n'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 30 }), fc.boolean(), (written, characters, indent) => {
        const width = characters * size;
        const lines = linesOf(written, { width, size, indent });
        const whole = lines.map(textOf).join('').replaceAll(' ', '');
        return whole === written.replace(/[ \n]/g, '') && lines.every((line) => line.width <= width + 0.02);
      }),
      { seed: 20_151_024, numRuns: 500 },
    );
  });
});
