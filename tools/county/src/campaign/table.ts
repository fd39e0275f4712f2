import type { Figures } from './figures';

const columns = ['乡镇', '村', '组', '农户', '入户', '评分', '小组评议', '公示', '村评议', '录入', '%'];

/** The table by township and the county line, for people. */
export function tableOf(figures: Figures): string {
  const rows = figures.byTownship.map((township) => [
    township.name,
    ...[township.villages, township.groups, township.households, township.visited, township.scored].map(written),
    ...[township.groupReviews, township.published, township.villageReviews, township.entered].map(written),
    percent(township.entered, township.households),
  ]);
  const widths = columns.map((_, column) => Math.max(...[columns, ...rows].map((row) => width(row[column] ?? ''))));
  const lines = [columns, ...rows].map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join('  '),
  );
  return [...lines, '', countyLine(figures)].join('\n');
}

/** townships / villages / groups / hamlets / households (poor + elsewhere), and what is done. */
export function countyLine(figures: Figures): string {
  const { households, groups, villages } = figures;
  const areas = [figures.townships, villages, groups, figures.hamlets, households].map(written).join(' / ');
  const [poor, elsewhere] = [written(figures.householdsInPoorVillages), written(figures.householdsElsewhere)];
  return [
    `${areas} (${poor} + ${elsewhere})`,
    `${written(figures.groupReviews)} group reviews ${percent(figures.groupReviews, groups)}`,
    `${written(figures.groupPublicities)} group publicities ${percent(figures.groupPublicities, groups)}`,
    `${written(figures.villageReviews)} village reviews ${percent(figures.villageReviews, villages)}`,
    `${written(figures.entered)} households entered ${percent(figures.entered, households)}`,
  ].join('; ');
}

function written(figure: number): string {
  return figure.toLocaleString('en-US');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.floor((1000 * part) / whole) / 10} %`;
}

/** Columns a text takes in a terminal; Chinese characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

function pad(text: string, columns: number, left: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return left ? text + space : space + text;
}
