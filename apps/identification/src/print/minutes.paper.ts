import type { Block, PrintedDocument, Row } from '@jingzhun/print';
import { chineseDate, footerOf, orBlank, placeName, space, type AreaNames, type Printing } from './printing';
import { signatureBox, type Signer } from './signer';

/** Hands raised on a household. */
export interface PrintedVotes {
  for: number;
  against: number;
  abstain: number;
}

export interface MinutesHousehold {
  code: string;
  head: string;
  total: number | null;
  /** Null where they were not counted one by one. */
  votes: PrintedVotes | null;
  /** How many who were present might not vote on it, being kin. */
  barred: number | null;
  verdict: 'confirmed' | 'returned' | 'referred' | 'undecided' | null;
  reason: string | null;
}

export interface Attendee {
  name: string;
  /** 户代表, 村民代表, 列席 … */
  as: string;
}

/** One coming together; a meeting that was adjourned has several. */
export interface MinutesSitting {
  /** `YYYY-MM-DD` */
  on: string | null;
  place: string | null;
  chair: string | null;
  recorder: string | null;
  /** Seats there are, seats taken, seats needed to decide; null where no roster was kept. */
  presence: { seats: number; taken: number; needed: number } | null;
  attendees: Attendee[];
  /** What was said. */
  text: string | null;
  adjourned: { to: string; reason: string } | null;
}

/** All that the minutes of a review show: for those who were there and their offices, never for the public. */
export interface MinutesView {
  kind: 'group' | 'village';
  areas: AreaNames;
  round: number;
  sittings: MinutesSitting[];
  households: MinutesHousehold[];
  signers: Signer[];
  provisional: string | null;
}

const kinds = { group: '村民小组评议会', village: '行政村评议会' };
const verdicts = { confirmed: '通过', returned: '退回重评', referred: '提交上级会议', undecided: '未议决' };
const signingRows = 12;

/** 评议会议记录: who was there, what was said, what was decided of each household. */
export function minutesPaper(view: MinutesView, printing: Printing): PrintedDocument {
  const { kind, areas, round, households, signers, provisional } = view;
  const title = `${kinds[kind]}会议记录`;
  return {
    title,
    paper: 'A4',
    printedAt: printing.at,
    footer: footerOf(title, printing),
    ...(provisional !== null && { watermark: provisional }),
    blocks: [
      { block: 'title', words: title, under: `${placeName(areas)}${space}第 ${round} 轮` },
      ...view.sittings.flatMap((sitting, place) => sittingBlocks(sitting, place, view.sittings.length)),
      { block: 'text', words: `逐户评议结果（共 ${households.length} 户）`, bold: true, leads: true },
      results(households),
      { block: 'gap', height: 4 },
      { block: 'text', words: summary(households), size: 9.5 },
      { block: 'gap', height: 8 },
      {
        block: 'together',
        blocks: [
          { block: 'text', words: '以上记录经宣读无误。', size: 9.5 },
          { block: 'signatures', perRow: 3, boxes: signers.map((signer) => signatureBox(signer, chineseDate)) },
        ],
      },
    ],
  };
}

function sittingBlocks(sitting: MinutesSitting, place: number, sittings: number): Block[] {
  const label = (words: string) => ({ words, shaded: true, align: 'center' as const });
  const { presence, adjourned } = sitting;
  const present = presence
    ? `应到 ${presence.seats}，实到 ${presence.taken}，法定最低 ${presence.needed}，${presence.taken >= presence.needed ? '符合' : '不符合'}法定人数`
    : '应到　　　，实到　　　，是否符合法定人数：　　　';
  const rows: Row[] = [
    { cells: [label('会议时间'), chineseDate(sitting.on), label('会议地点'), orBlank(sitting.place)] },
    { cells: [label('主持人'), orBlank(sitting.chair), label('记录人'), orBlank(sitting.recorder)] },
    { cells: [label('到会情况'), { words: present, span: 3 }] },
    ...(adjourned
      ? [
          {
            cells: [label('休会'), { words: `因${adjourned.reason}，休会至${chineseDate(adjourned.to)}继续`, span: 3 }],
          },
        ]
      : []),
  ];
  return [
    ...(sittings > 1 ? [{ block: 'text', words: `第 ${place + 1} 次会议`, bold: true, leads: true } as const] : []),
    { block: 'table', columns: [12, 34, 12, 34], size: 9.5, rows: rows.map((row) => ({ height: 21, ...row })) },
    { block: 'gap', height: 6 },
    ...attendance(sitting),
    { block: 'text', words: '会议记录', bold: true, leads: true },
    ...(sitting.text === null
      ? [{ block: 'gap', height: 160 } as const]
      : [{ block: 'text', words: sitting.text, indent: true } as const]),
    { block: 'gap', height: 8 },
  ];
}

/** Those who were there, three in a row with a place to sign; where no roster was kept, rows to sign in by hand. */
function attendance({ attendees, presence }: MinutesSitting): Block[] {
  const perRow = 3;
  const cells = attendees.flatMap(({ name, as }) => [`${name}（${as}）`, '']);
  const rows = Array.from({ length: Math.ceil(attendees.length / perRow) }, (_, row) => {
    const some = cells.slice(row * perRow * 2, (row + 1) * perRow * 2);
    return { height: 20, cells: [...some, ...Array.from({ length: perRow * 2 - some.length }, () => '')] };
  });
  const empty = Array.from({ length: signingRows }, () => ({ height: 20, cells: Array.from({ length: 6 }, () => '') }));
  return [
    { block: 'text', words: '到会人员签到', bold: true, leads: true },
    {
      block: 'table',
      columns: [16, 14, 16, 14, 16, 14],
      size: 9,
      head: [{ cells: [1, 2, 3].flatMap(() => ['姓名（身份）', '签字'].map((words) => heading(words))) }],
      rows: presence || attendees.length > 0 ? rows : empty,
    },
    { block: 'gap', height: 8 },
  ];
}

function results(households: readonly MinutesHousehold[]): Block {
  const centre = (words: string | number | null) => ({ words: orBlank(words), align: 'center' as const });
  return {
    block: 'table',
    columns: [7, 9, 12, 8, 7, 7, 7, 7, 12, 26],
    size: 9,
    head: [
      {
        cells: ['序号', '户号', '户主', '得分', '同意', '反对', '弃权', '回避', '结论', '理由'].map((words) =>
          heading(words),
        ),
      },
    ],
    rows: households.map(({ code, head, total, votes, barred, verdict, reason }, place) => ({
      height: 19,
      cells: [
        centre(place + 1),
        centre(code),
        head,
        centre(total),
        ...[votes?.for, votes?.against, votes?.abstain, barred].map((count) => centre(count ?? null)),
        centre(verdict && verdicts[verdict]),
        orBlank(reason),
      ],
    })),
  };
}

function summary(households: readonly MinutesHousehold[]): string {
  const counts = (Object.keys(verdicts) as (keyof typeof verdicts)[]).flatMap((verdict) => {
    const count = households.filter((household) => household.verdict === verdict).length;
    return count > 0 ? [`${verdicts[verdict]} ${count} 户`] : [];
  });
  return counts.length > 0 ? `合计：${counts.join('，')}。` : '合计：通过　　　户，退回重评　　　户。';
}

function heading(words: string) {
  return { words, align: 'center' as const, bold: true, shaded: true };
}
