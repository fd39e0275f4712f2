import { posix } from 'node:path';
import type { Archive } from './archive';
import { Elements, type Element } from './elements';
import { damaged, Refused } from './refused';

/** What the small parts of a package may hold together; a real one has a few kilobytes. */
const largestSmallPart = 1024 * 1024;
const mostSheets = 50;

/** Parts that run, fetch or embed something. Notes, drawings and hyperlinks are not among them: they are never read. */
const activeParts =
  /^xl\/(embeddings|activeX|ctrlProps|macrosheets|dialogsheets|queryTables|customUI)\/|^customUI\/|^xl\/connections\.xml$/i;
const macroParts = /(^|\/)(vbaProject|vbaData)[^/]*$/i;
const externalParts = /^xl\/externalLinks\//i;

export interface SheetPlace {
  name: string;
  hidden: boolean;
  /** The part with its cells. */
  part: string;
}

/** Where in the package everything is. */
export interface PackageMap {
  sheets: SheetPlace[];
  sharedStrings?: string;
  countsFrom1904: boolean;
}

interface Relation {
  type: string;
  target: string;
}

/** Reads what the package says of itself. @throws Refused also for content that is not only data */
export async function readPackageMap(archive: Archive): Promise<PackageMap> {
  assertPassive(archive.names);
  const workbook = await workbookPart(archive);
  const relations = await readRelations(archive, workbook);
  const { sheets, countsFrom1904 } = await readWorkbook(archive, workbook, relations);
  const strings = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.target;
  return { sheets, countsFrom1904, ...(strings && { sharedStrings: strings }) };
}

function assertPassive(names: readonly string[]): void {
  if (names.some((name) => macroParts.test(name)))
    throw new Refused('MACROS', 'The file has macros. Save it as an .xlsx workbook without them.');
  if (names.some((name) => externalParts.test(name)))
    throw new Refused('EXTERNAL_LINKS', 'The file has links to other files. Replace them by values.');
  if (names.some((name) => activeParts.test(name)))
    throw new Refused('ACTIVE_CONTENT', 'The file has embedded objects, queries or controls. Remove them.');
}

/** The main part, by the package's own relations, and only when it is a plain workbook by its declared type. */
async function workbookPart(archive: Archive): Promise<string> {
  if (!archive.has('[Content_Types].xml')) throw notAWorkbook();
  const relations = await readRelations(archive, '');
  const part = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (!part || !archive.has(part)) throw notAWorkbook();
  let type = '';
  await readSmall(archive, '[Content_Types].xml', ({ name, attributes }) => {
    if (name === 'Override' && attributes.PartName?.toLowerCase() === `/${part.toLowerCase()}`)
      type = attributes.ContentType ?? '';
  });
  if (/macroEnabled/i.test(type))
    throw new Refused('MACROS', 'The file is a workbook for macros. Save it as an .xlsx workbook.');
  if (!/spreadsheetml\.sheet\.main\+xml$/.test(type)) throw notAWorkbook();
  return part;
}

function notAWorkbook(): Refused {
  return new Refused('NOT_A_WORKBOOK', 'The file is a package, but not an .xlsx workbook.');
}

/** The relations of `part` by their ids, targets as names of parts. */
async function readRelations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(name)) throw notAWorkbook();
  await readSmall(archive, name, (element) => {
    if (element.name !== 'Relationship') return;
    const { Id: id = '', Type: type = '', Target: target = '' } = element.attributes;
    if (element.attributes.TargetMode === 'External')
      throw new Refused('EXTERNAL_LINKS', 'The file has links to other files. Replace them by values.');
    relations.set(id, { type, target: posix.resolve('/', folder, target).slice(1) });
  });
  return relations;
}

async function readWorkbook(
  archive: Archive,
  part: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<PackageMap, 'sheets' | 'countsFrom1904'>> {
  const sheets: SheetPlace[] = [];
  let countsFrom1904 = false;
  await readSmall(archive, part, (element) => {
    if (element.name === 'workbookPr') countsFrom1904 = isTrue(element.attributes.date1904);
    if (element.name !== 'sheet') return;
    const relation = relations.get(element.attributes['r:id'] ?? element.attributes.id ?? '');
    if (!relation) throw damaged('a sheet has no content');
    const state = element.attributes.state ?? 'visible';
    sheets.push({ name: element.attributes.name ?? '', hidden: state !== 'visible', part: relation.target });
    if (sheets.length > mostSheets)
      throw new Refused('UNEXPECTED_SHEET', `The file has more than ${mostSheets} sheets.`);
  });
  return { sheets, countsFrom1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

async function readSmall(archive: Archive, part: string, onElement: (element: Element) => void): Promise<void> {
  const elements = new Elements({ open: onElement, text: () => undefined, close: () => undefined }, part);
  let size = 0;
  for await (const piece of archive.text(part)) {
    size += piece.length;
    if (size > largestSmallPart) throw damaged(`its part ${part} is too large`);
    elements.feed(piece);
  }
  elements.end();
}
