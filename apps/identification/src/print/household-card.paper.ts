import type { Block, PrintedDocument, Row } from '@jingzhun/print';
import { chineseDate, footerOf, orBlank, placeName, type AreaNames, type Printing } from './printing';
import { signatureBox, type Signer } from './signer';

/** A field of the card as it is printed, by its official code. */
export interface PrintedField {
  code: string;
  label: string;
  value: string | null;
}

/** A part of the card: A18–A49 living and production, A50–A53 economy, A54–A76 support. */
export interface CardSection {
  title: string;
  fields: PrintedField[];
}

/** A member, A4–A17. The identity number is masked: the whole one is read in the register, where reading it is recorded. */
export interface CardMember {
  name: string;
  sex: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
  idNumberMasked: string;
  relation: string;
  ethnicity: string;
  education: string | null;
  schoolStage: string | null;
  health: string | null;
  labour: string | null;
  workPlace: string | null;
  workMonths: number | null;
}

/** All that a household card shows: for the household's file, never for the public. No phone and no bank account. */
export interface HouseholdCardView {
  areas: AreaNames;
  year: number;
  household: { number: string; head: string; address: string } | null;
  /** The score it was identified by. */
  score: number | null;
  /** A1–A3 and what else is said of the household as a whole. */
  attributes: PrintedField[];
  members: CardMember[];
  sections: CardSection[];
  signers: Signer[];
  provisional: string | null;
}

const title = '建档立卡农户登记卡';
const blankMembers = 8;

/** 登记卡 after the line: identification, members, living, economy, support; blank for the fallback on paper. */
export function householdCardPaper(view: HouseholdCardView, printing: Printing): PrintedDocument {
  const { areas, year, sections, signers, provisional } = view;
  return {
    title,
    paper: 'A4 landscape',
    printedAt: printing.at,
    footer: footerOf(title, printing),
    ...(provisional !== null && { watermark: provisional }),
    blocks: [
      { block: 'title', words: title, under: `${placeName(areas)} ${year}年度` },
      household(view),
      fields(view.attributes),
      { block: 'gap', height: 6 },
      { block: 'text', words: '家庭成员（A4–A17）', bold: true, leads: true },
      members(view),
      ...sections.flatMap((section): Block[] => [
        { block: 'gap', height: 6 },
        { block: 'text', words: section.title, bold: true, leads: true },
        fields(section.fields),
      ]),
      { block: 'gap', height: 8 },
      {
        block: 'together',
        blocks: [{ block: 'signatures', perRow: 4, boxes: signers.map((signer) => signatureBox(signer, chineseDate)) }],
      },
    ],
  };
}

function household({ household, score }: HouseholdCardView): Block {
  const label = (words: string) => ({ words, shaded: true });
  const rows: Row[] = [
    {
      cells: [
        label('户主'),
        orBlank(household?.head ?? null),
        label('户编号'),
        orBlank(household?.number ?? null),
        label('识别得分'),
        orBlank(score),
      ],
    },
    { cells: [label('住址'), { words: orBlank(household?.address ?? null), span: 5 }] },
  ];
  return { block: 'table', columns: [10, 20, 10, 30, 12, 22], size: 8.5, rows: rows.map(asHighAsLines) };
}

/** Label and value, four pairs in a row. */
function fields(all: readonly PrintedField[]): Block {
  const perRow = 4;
  const rows: Row[] = Array.from({ length: Math.ceil(all.length / perRow) }, (_, row) => {
    const some = all.slice(row * perRow, (row + 1) * perRow);
    const cells = some.flatMap(({ code, label, value }) => [
      { words: /^A\d/.test(code) ? `${code} ${label}` : label, shaded: true },
      orBlank(value),
    ]);
    return asHighAsLines({ cells: [...cells, ...Array.from({ length: 2 * (perRow - some.length) }, () => '')] });
  });
  return { block: 'table', columns: [14, 12, 14, 12, 14, 12, 14, 12], size: 8.5, rows };
}

function members({ household, members }: HouseholdCardView): Block {
  const heads = [
    '姓名',
    '性别',
    '出生日期',
    '证件号码',
    '与户主关系',
    '民族',
    '文化程度',
    '在校生状况',
    '健康状况',
    '劳动能力',
    '务工地点',
    '务工月数',
  ];
  const empty = Array.from({ length: household ? 0 : blankMembers }, () => ({
    height: 19,
    cells: heads.map(() => ''),
  }));
  return {
    block: 'table',
    columns: [9, 5, 12, 17, 9, 7, 11, 11, 11, 11, 9, 7],
    size: 8.5,
    head: [{ cells: heads.map((words) => ({ words, align: 'center' as const, bold: true, shaded: true })) }],
    rows: [...members.map(memberRow), ...empty],
  };
}

function memberRow(member: CardMember): Row {
  const { name, sex, birthDate, idNumberMasked, relation, ethnicity, education, schoolStage } = member;
  const { health, labour, workPlace, workMonths } = member;
  const optional = [education, schoolStage, health, labour, workPlace, workMonths].map(orBlank);
  return asHighAsLines({ cells: [name, sex, birthDate, idNumberMasked, relation, ethnicity, ...optional] });
}

/** High enough to be filled by hand. */
function asHighAsLines(row: Row): Row {
  return { height: 18, ...row };
}
