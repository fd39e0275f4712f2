import type { Block, Paper, PrintedDocument, Row } from '@jingzhun/print';
import type { MaskedName } from './mask-name';
import { chineseDate, footerOf, orBlank, placeName, type AreaNames, type Printing } from './printing';

/** One published item, with the rule its points follow. */
export interface NoticeItem {
  name: string;
  maximum: number;
  levels: { text: string; points: number }[];
}

/**
 * A household in public. This type is the allow-list: rank, its number within the group, the head's masked name, points, and the
 * words of the veto rules. There is no place in it for an identity number, a phone, an illness, a school, an address or a free text.
 */
export interface NoticeHousehold {
  /** 1 is the poorest; equal totals share a rank. */
  rank: number;
  /** The number within the group, four digits. */
  code: string;
  head: MaskedName;
  /** In the order of the notice's items. */
  points: number[];
  /** What the items that are not published one by one come to together; null when all are published. */
  rest: number | null;
  total: number;
  /** The rules by which it is excluded whatever its points, as they are worded; none when it is not. */
  vetoes: string[];
}

/** How somebody may object, and until when. */
export interface HowToObject {
  /** `YYYY-MM-DD`; null while the notice has not been posted. */
  until: string | null;
  days: number;
  dayKind: 'working' | 'calendar';
  /** Of the office that takes objections, from the profile; null leaves a place to write it. */
  phone: string | null;
  /** Names this notice, for whoever objects by telephone or on a phone; null when objections by code are not taken. */
  code: string | null;
  /** What the QR code leads to. */
  url: string | null;
}

/** All that a public notice shows. */
export interface NoticeView {
  areas: AreaNames;
  /** The meeting that reviewed the households, `YYYY-MM-DD`. */
  reviewedOn: string | null;
  /** `YYYY-MM-DD` */
  postedOn: string | null;
  items: NoticeItem[];
  /** The column of what is published only as one sum; null when all items are published. */
  rest: { name: string; maximum: number; note: string } | null;
  /** What must be said of the form itself, as that its points are no official ones. */
  formNote: string | null;
  households: NoticeHousehold[];
  objection: HowToObject;
  /** Why it is not final; null when it is. */
  provisional: string | null;
}

const name = '精准识别评估得分公示';

/** 公示榜, wide and over several pages: A3 for the board, A4 where that is the only paper. */
export function noticePaper(view: NoticeView, printing: Printing, paper: Exclude<Paper, 'A4'>): PrintedDocument {
  const { areas, provisional } = view;
  const title = `${placeName({ ...areas, county: '' })}${name}`;
  const small = paper === 'A4 landscape';
  return {
    title,
    paper,
    printedAt: printing.at,
    footer: footerOf(title, printing),
    ...(provisional !== null && { watermark: provisional }),
    blocks: [
      { block: 'title', words: title },
      { block: 'text', words: opening(view), size: small ? 10 : 12, indent: true, leads: true },
      { block: 'gap', height: 4 },
      households(view, small ? 7.5 : 10),
      { block: 'gap', height: 8 },
      ...rules(view, small ? 7.5 : 9),
      { block: 'gap', height: 6 },
      { block: 'together', blocks: [...objecting(view), ...closing(view)] },
    ],
  };
}

function opening({ areas, reviewedOn, households }: NoticeView): string {
  const met = reviewedOn ? `经${chineseDate(reviewedOn)}` : '经';
  return (
    `根据精准识别工作安排，${met}${orBlank(areas.group)}评议会评议，现将本组 ${households.length} 户的评估得分（总分越低，家庭越困难）` +
    '及一票否决情况予以公示，请群众监督。'
  );
}

function households({ items, rest, households }: NoticeView, size: number): Block {
  const head = (words: string) => ({ words, align: 'center' as const, bold: true, shaded: true });
  const withMaximum = (words: string, maximum: number) => head(`${words}（${maximum}）`);
  const centre = (words: string | number, bold = false) => ({ words: String(words), align: 'center' as const, bold });
  const heads: Row = {
    cells: [
      ...['名次', '户号', '户主'].map(head),
      ...items.map((item) => withMaximum(item.name, item.maximum)),
      ...(rest ? [withMaximum(rest.name, rest.maximum)] : []),
      head('总分'),
      head('一票否决情形'),
    ],
  };
  return {
    block: 'table',
    columns: [4, 5, 6.5, ...items.map(() => 5), ...(rest ? [6.5] : []), 5, 16],
    size,
    head: [heads],
    rows: households.map((household) => ({
      height: size * 2.2,
      cells: [
        centre(household.rank),
        centre(household.code),
        centre(household.head),
        ...household.points.map((points) => centre(points)),
        ...(household.rest === null ? [] : [centre(household.rest)]),
        centre(household.total, true),
        household.vetoes.length > 0 ? household.vetoes.join('；') : centre('无'),
      ],
    })),
  };
}

function rules({ items, rest, formNote }: NoticeView, size: number): Block[] {
  const lines = items.map(({ name, levels }, place) => {
    const rule = levels.map(({ text, points }) => `${text} ${points}分`).join('；');
    return [{ text: `${place + 1}．${name}：`, bold: true }, { text: `${rule}。` }];
  });
  const half = Math.ceil(lines.length / 2);
  return [
    { block: 'text', words: '评分标准', bold: true, size: size + 2, leads: true },
    {
      block: 'table',
      columns: [1, 1],
      size,
      rows: lines.slice(0, half).map((left, place) => ({ cells: [left, lines[half + place] ?? ''] })),
    },
    { block: 'text', words: `${rest?.note ?? ''}${formNote ?? ''}`, size },
  ];
}

function objecting({ objection }: NoticeView): Block[] {
  const { until, days, dayKind, phone, code, url } = objection;
  const period = `公示期为张贴之日起 ${days} 个${dayKind === 'working' ? '工作日' : '自然日'}`;
  const words = [
    `${period}，至${chineseDate(until)}止。`,
    '对本户得分有异议、反映他户情况不实或认为有漏评的，可以口头、书面或电话方式向村民小组、村民委员会或乡镇反映，也可以匿名反映。',
    `受理电话：${phone ?? '＿＿＿＿＿＿＿＿＿＿＿＿'}`,
    '异议只暂停被反映农户的公示，不影响其他农户；核查结果将答复反映人。',
  ];
  const coded = code === null ? words : [...words, `反映时请说明公示编号：${code}`];
  const heading: Block = { block: 'text', words: '如何反映意见', bold: true, size: 12, leads: true };
  return url === null
    ? [heading, ...coded.map((line): Block => ({ block: 'text', words: line, size: 10 }))]
    : [heading, { block: 'code', content: url, caption: '扫码反映意见', beside: coded }];
}

function closing({ areas, postedOn }: NoticeView): Block[] {
  const who = placeName({ ...areas, county: '' });
  return [
    { block: 'text', words: who, size: 11, align: 'right' },
    { block: 'text', words: chineseDate(postedOn), size: 11, align: 'right' },
  ];
}
