import fc from 'fast-check';
import { birthDateOf, idNumberOf, isIdNumber, sexOf } from './id-number';

const seed = 20151125;

/** The sample number printed in the standard GB 11643. */
const sample = '11010519491231002X';

describe('an identity number', () => {
  it('is right when its check character is, in either case of the letter', () => {
    expect(isIdNumber(sample)).toBe(true);
    expect(isIdNumber(sample.toLowerCase())).toBe(true);
  });

  it('tells the date of birth and the sex', () => {
    expect(birthDateOf(sample)).toBe('1949-12-31');
    expect(sexOf(sample)).toBe('female');
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['a day that does not exist', idNumberOf('45122519830230001')],
    ['a province that does not exist', idNumberOf('99122519830228001')],
    ['15 digits of the first generation', '110105491231002'],
    ['a letter among the digits', '11010519491231O02X'],
    ['a character too many', `${sample}0`],
    ['a character too many before it', `1${sample}`],
    ['a birth before anybody alive was born', idNumberOf('11010518491231002')],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(isIdNumber(text)).toBe(false);
  });

  it('is right from the year 1850 on', () => {
    expect(isIdNumber(idNumberOf('11010518500101002'))).toBe(true);
  });

  it.each(['1101051949123100', '110105194912310020', '1101051949123100X', 'x11010519491231002', ''])(
    'is not made of %j, which is not its first 17 digits',
    (text) => {
      expect(() => idNumberOf(text)).toThrow('begins with 17 digits');
    },
  );

  it('is not repeated in the message when it is wrong', () => {
    expect(() => birthDateOf('110105194912310021')).toThrow(/^not a valid identity number$/);
  });
});

describe(`an identity number, for any person (seed ${seed})`, () => {
  const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => {
    return new Date(Date.UTC(1910, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
  });
  const orders = fc.integer({ min: 0, max: 999 });
  const numberOf = (date: string, order: number) =>
    idNumberOf(`451225${date.replaceAll('-', '')}${String(order).padStart(3, '0')}`);

  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(dates, orders, (date, order) => {
        const number = numberOf(date, order);
        expect(isIdNumber(number)).toBe(true);
        expect(birthDateOf(number)).toBe(date);
        expect(sexOf(number)).toBe(order % 2 === 1 ? 'male' : 'female');
      }),
      { seed },
    );
  });

  it('is found wrong when any one digit was mistyped', () => {
    fc.assert(
      fc.property(dates, orders, fc.nat(16), fc.integer({ min: 1, max: 9 }), (date, order, place, shift) => {
        const number = numberOf(date, order);
        const digit = (Number(number[place]) + shift) % 10;
        expect(isIdNumber(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`)).toBe(false);
      }),
      { seed },
    );
  });
});
