/** Where in the order of an export a household stands. */
export interface PlacedHousehold {
  areaCode: string;
  number: string;
  township: string;
  village: string;
  group: string;
}

type Place = Pick<PlacedHousehold, 'areaCode' | 'number'>;

/** Rows of this many households are held at a time. */
export const householdsAtOnce = 500;

const beforeAll: Place = { areaCode: '', number: '' };

/**
 * Rows page by page, in the order of areas and numbers. A page is read when the last row of the one before was taken, so that
 * never more than one is held; it goes on behind its last row, and an empty one ends it.
 */
export async function* inPages<Row extends Place>(
  read: (after: Place, households: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let page = await read(beforeAll, householdsAtOnce); page.length > 0;) {
    yield* page;
    page = await read(page.at(-1)!, householdsAtOnce);
  }
}

/** The `$4` households of the area `$1` behind the place `$2`, `$3`. */
export const householdPage = `(SELECT * FROM household WHERE area_code ^@ $1 AND (area_code, number) > ($2, $3)
   ORDER BY area_code, number LIMIT $4) AS household`;

const areaName = (code: string) => `(SELECT btrim(name) FROM area WHERE code = ${code})`;

/** The columns of `PlacedHousehold`. */
export const placeColumns = `household.area_code AS "areaCode", household.number,
  ${areaName('left(household.area_code, 9)')} AS township,
  ${areaName('left(household.area_code, 12)')} AS village,
  ${areaName('household.area_code')} AS "group"`;

/** The head's name. */
export const headColumn = `(SELECT name FROM member WHERE household_id = household.id ORDER BY relation <> '01', position LIMIT 1) AS head`;

export const personsColumn = `(SELECT count(*)::int FROM member WHERE household_id = household.id) AS persons`;
