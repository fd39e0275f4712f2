import fc from 'fast-check';
import { neutralText, plainText } from './neutral-text';

describe('neutral text', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', "'=1", "''=1"])(
    'never begins as a formula does: %j',
    (text) => {
      expect(neutralText(text)).toBe(`'${text}`);
      expect(plainText(neutralText(text))).toBe(text);
    },
  );

  it.each(['', '韦小明', "'tis", '1-1', 'a=b', "'"])('is the text itself where there is no danger: %j', (text) => {
    expect(neutralText(text)).toBe(text);
    expect(plainText(text)).toBe(text);
  });

  it('is read back as it was, whatever it was', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', "'", 'a', '韦');
    const text = fc.oneof(fc.string({ unit: signs, maxLength: 6 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (written) => plainText(neutralText(written)) === written),
      { numRuns: 2_000 },
    );
  });
});
