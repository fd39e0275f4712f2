const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a date that exists, written `YYYY-MM-DD`. Asked for every member of a county file, so it makes no Date. */
export function isDate(text: string): boolean {
  if (!shape.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** How many days a month has; 0 when there is no such month. */
function daysOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
