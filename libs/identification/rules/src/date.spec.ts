import { isDate } from './date';

const twoDigits = (number: number) => String(number).padStart(2, '0');

describe('a date', () => {
  it('exists when the calendar of the machine has it, day by day over the years of a leap rule', () => {
    for (const year of [1896, 1900, 1904, 1999, 2000, 2015, 2016, 2100])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
          const date = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect({ text, exists: isDate(text) }).toEqual({ text, exists });
        }
  });

  it.each(['', '2015', '2015-1-1', '15-01-01', '2015-01-01T00:00:00Z', ' 2015-01-01', '2015/01/01', '２０１５-01-01'])(
    'is not %j',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );
});
