/** The names of the areas a paper belongs to; the lower ones are null on the paper of a higher area. */
export interface AreaNames {
  county: string;
  township: string | null;
  village: string | null;
  group: string | null;
}

/** One act of printing, as the foot of every page tells it and the record of prints keeps it. */
export interface Printing {
  /** Of the record. */
  number: string;
  at: Date;
  /** By the campaign's calendar, `YYYY-MM-DD`. */
  on: string;
}

export function placeName({ county, township, village, group }: AreaNames): string {
  return [county, township, village, group].filter((name) => name !== null).join('');
}

export function footerOf(title: string, { number, on }: Printing): string {
  return `${title}${space}打印编号 ${number}${space}${chineseDate(on)}打印`;
}

const blankDate = '　　　　年　　月　　日';

/** `2015-10-20` as papers write it; a place to write one by hand when there is none. */
export function chineseDate(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return year && month && day ? `${year}年${month}月${day}日` : blankDate;
}

/** A space as wide as a character. */
export const space = '\u3000';

/** What stands in a place nobody has filled: nothing, to be filled by hand. */
export function orBlank(value: string | number | null): string {
  return value === null ? '' : String(value);
}
