import { idNumberOf } from '@jingzhun/identification-rules';
import { checkedIdNumber, readingReason } from './identity-number.rules';
import { maskIdNumber } from './mask-id-number';

describe('an identity number that comes in', () => {
  // Found by trying: its check character is X.
  const number = idNumberOf('45122519700101012');

  it('is taken with small letters, full-width digits and space around, and kept in one form', () => {
    const fullWidth = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const written of [number, ` ${number} `, number.toLowerCase(), fullWidth])
      expect(checkedIdNumber(written, 'idNumber')).toBe(number);
  });

  it.each(['', '45122519700101012', number.slice(0, 17) + '5', '451225197013010120'])('is refused as %j', (written) => {
    expect(() => checkedIdNumber(written, 'idNumber')).toThrow('This is not an identity number');
  });

  it('is shown with the digits of its county alone', () => {
    expect(maskIdNumber(number)).toBe('451225************');
  });
});

describe('the reason for reading a number', () => {
  it('is wanted, and is neither a dot nor a novel', () => {
    expect(readingReason('  compared with the household book ')).toBe('compared with the household book');
    for (const reason of ['', '   ', '...', 'x'.repeat(501)]) expect(() => readingReason(reason)).toThrow('Say why');
  });
});
