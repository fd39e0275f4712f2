import type { Block, PrintedDocument, Row, Run } from '@jingzhun/print';
import { chineseDate, footerOf, orBlank, space, type AreaNames, type Printing } from './printing';
import { signatureBox, type Signer } from './signer';

export interface PrintedLevel {
  text: string;
  points: number;
  /** Null on a form nobody has filled. */
  chosen: boolean | null;
}

export interface PrintedItem {
  name: string;
  maximum: number;
  choice: 'one' | 'sum';
  levels: PrintedLevel[];
  /** What was observed, in plain words. */
  fact: string | null;
  points: number | null;
}

export interface Correction {
  item: string;
  before: string;
  after: string;
  reason: string;
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
}

/** All that a score sheet shows: for the household and those who work on its case, never for the public. No identity numbers. */
export interface ScoreSheetView {
  areas: AreaNames;
  household: { number: string; head: string; persons: number; address: string } | null;
  /** `YYYY-MM-DD` */
  assessedOn: string | null;
  formVersion: string;
  /** What must be said of the form itself, as that its points are no official ones. */
  formNote: string | null;
  items: PrintedItem[];
  total: number | null;
  corrections: Correction[];
  signers: Signer[];
  /** Why the score is not final; null when it is. */
  provisional: string | null;
}

const title = '精准识别入户评估表';
const columns = [6, 16, 60, 20, 6.5, 6.5];

/** 入户评估表: each item with its levels, the chosen one marked, the fact and the points; blank for the fallback on paper. */
export function scoreSheetPaper(view: ScoreSheetView, printing: Printing): PrintedDocument {
  return {
    title,
    paper: 'A4',
    printedAt: printing.at,
    footer: footerOf(title, printing),
    ...(view.provisional !== null && { watermark: view.provisional }),
    blocks: [
      { block: 'title', words: title, under: view.areas.county },
      household(view),
      { block: 'gap', height: 6 },
      items(view),
      { block: 'gap', height: 6 },
      ...notes(view),
      ...corrections(view),
      {
        block: 'together',
        blocks: [
          {
            block: 'text',
            words:
              '评估人员已将各项得分及依据向农户逐项说明。户主签字（按指印）表示已听取说明；对得分有异议的，仍可在公示期内提出。',
            size: 9.5,
            indent: true,
          },
          { block: 'gap', height: 4 },
          {
            block: 'signatures',
            perRow: 3,
            boxes: view.signers.map((signer, place) => ({
              ...signatureBox(signer, chineseDate),
              fingerprint: place === 0,
            })),
          },
        ],
      },
    ],
  };
}

function household({ areas, household, assessedOn }: ScoreSheetView): Block {
  const label = (words: string) => ({ words, shaded: true, align: 'center' as const });
  const rows: Row[] = [
    {
      cells: [
        label('乡镇'),
        orBlank(areas.township),
        label('行政村（社区）'),
        orBlank(areas.village),
        label('村民小组'),
        orBlank(areas.group),
      ],
    },
    {
      cells: [
        label('户主姓名'),
        orBlank(household?.head ?? null),
        label('家庭人口'),
        household ? `${household.persons} 人` : `${space}${space}人`,
        label('评估日期'),
        chineseDate(assessedOn),
      ],
    },
    {
      cells: [
        label('户编号'),
        { words: orBlank(household?.number ?? null), span: 2 },
        label('住址'),
        { words: orBlank(household?.address ?? null), span: 2 },
      ],
    },
  ];
  return {
    block: 'table',
    columns: [13, 19, 17, 14, 13, 29],
    size: 9,
    rows: rows.map((row) => ({ height: 19, ...row })),
  };
}

function items({ items, total }: ScoreSheetView): Block {
  const heads = ['序号', '评估项目', '档次及分值', '观察事实', '满分', '得分'];
  const centre = (words: string | number, bold = false) => ({ words: String(words), align: 'center' as const, bold });
  return {
    block: 'table',
    columns,
    size: 8,
    head: [{ cells: heads.map((words) => ({ words, align: 'center' as const, bold: true, shaded: true })) }],
    rows: [
      ...items.map(({ name, choice, levels, fact, maximum, points }, place) => ({
        cells: [
          centre(place + 1),
          choice === 'sum' ? `${name}（可多选，合计封顶）` : name,
          levelRuns(levels),
          orBlank(fact),
          centre(maximum),
          centre(orBlank(points), true),
        ],
      })),
      {
        height: 22,
        cells: [
          { words: '合　　计', span: 4, align: 'center' as const, bold: true },
          centre(items.reduce((sum, { maximum }) => sum + maximum, 0)),
          centre(orBlank(total), true),
        ],
      },
    ],
  };
}

function levelRuns(levels: readonly PrintedLevel[]): Run[] {
  return levels.flatMap(({ text, points, chosen }, place) => [
    ...(place > 0 ? [{ text: `${space}` }] : []),
    { text: `${chosen ? '■' : '□'}${text} ${points}分`, bold: chosen === true, whole: true },
  ]);
}

function notes({ formVersion, formNote }: ScoreSheetView): Block[] {
  const version = `表式版本：${formVersion}。得分由系统按所选档次计算，不得直接填写总分；总分越低，家庭越困难。`;
  return [{ block: 'text', words: formNote === null ? version : `${version}${formNote}`, size: 8.5 }];
}

function corrections({ household, corrections }: ScoreSheetView): Block[] {
  if (household && corrections.length === 0) return [];
  const heads = ['更正项目', '更正前', '更正后', '更正原因', '更正人', '日期', '指印'];
  const filled = corrections.map(({ item, before, after, reason, by, on }) => ({
    cells: [item, before, after, reason, by, chineseDate(on), ''],
  }));
  const empty = Array.from({ length: household ? 0 : 3 }, () => ({ height: 22, cells: heads.map(() => '') }));
  return [
    { block: 'text', words: '更正记录（任何改动均须注明原因，并由更正人按指印）', size: 9, bold: true, leads: true },
    {
      block: 'table',
      columns: [16, 16, 16, 26, 12, 18, 10],
      size: 8.5,
      head: [{ cells: heads.map((words) => ({ words, align: 'center' as const, shaded: true })) }],
      rows: [...filled, ...empty],
    },
    { block: 'gap', height: 6 },
  ];
}
