import { pdfOf, type PrintedDocument } from '@jingzhun/print';
import { readPdf } from '@jingzhun/print/testing';
import { idNumberOf, meetingOf } from '@jingzhun/identification-rules';
import { FileIntake, Uploads, type CheckedContent } from '@jingzhun/subgraph';
import { temporaryFolder, testJpeg, testPng } from '@jingzhun/subgraph/testing';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  Choices,
  sampleAreas,
  sampleCommitment,
  sampleForm,
  sampleMinutes,
  sampleName,
  sampleNotice,
  samplePrinting,
  sampleProfile,
  sampleScoreSheet,
  sampleSheetWithFacts,
} from '../testing/sample-papers';
import { commitmentPaper } from './commitment.paper';
import { minutesPaper } from './minutes.paper';
import { minutesView } from './minutes.view';
import { noticePaper } from './notice.paper';
import { noticeView } from './notice.view';
import { scoreSheetPaper } from './score-sheet.paper';
import { blankScoreSheet, provisionalScore, scoreSheetView } from './score-sheet.view';
import { observationsOf } from '../observation/observation.rules';
import { fillSheet } from '../score-sheet/score-sheet.rules';
import { contentRules } from '../stored-file/stored-file.rules';
import { plainFacts } from '../testing/steps';

const said = async (document: PrintedDocument): Promise<string> =>
  (await readPdf(await pdfOf(document))).pages.join('');

describe('the score sheet on paper', () => {
  const source = sampleScoreSheet(3);
  const view = scoreSheetView(source);

  it('shows each of the 18 items with all its levels, the chosen one marked, and its points', async () => {
    const text = await said(scoreSheetPaper(view, samplePrinting));
    expect(view.items).toHaveLength(18);
    for (const { name, levels } of view.items) {
      expect(text).toContain(name);
      for (const level of levels) {
        expect(text).toContain(`${level.chosen ? '■' : '□'}${level.text}${level.points}分`.replace(/\s/g, ''));
      }
    }
    expect(text.match(/■/g)).toHaveLength(18);
    expect(text).toContain(`合计100${source.sheet.total}`);
  });

  it('shows the observed fact beside the level, the corrections and the signatures that were given', async () => {
    const view = sampleSheetWithFacts();
    const corrections = [{ item: '家电', before: '1', after: '2', reason: '漏记洗衣机', by: '莫华', on: '2015-10-22' }];
    const signers = [{ as: '户主', name: '覃明', signature: testPng(240, 80), on: '2015-10-20' }];
    const document = scoreSheetPaper({ ...view, corrections, signers }, samplePrinting);
    const pdf = await pdfOf(document);
    const text = (await readPdf(pdf)).pages.join('');
    for (const { fact } of view.items) expect(text).toContain(fact);
    expect(text).toContain('漏记洗衣机莫华2015年10月22日');
    expect(text).toContain('2015年10月20日');
    expect(pdf.includes('/Subtype /Image')).toBe(true);
  });

  it('takes facts and corrections from what was recorded', async () => {
    const members = [{ id: 'head', relation: '01', sex: 'male' as const, birthDate: '1970-01-01', ethnicity: 'Han' }];
    const filled = fillSheet(sampleForm, members, observationsOf(plainFacts(['head'])));
    const changes = [
      { fact: 'debt', before: 0, after: 500 },
      { fact: 'appliances', before: [], after: ['television'] },
    ];
    const corrections = [{ changes, reason: '漏记', correctedAt: new Date('2015-10-22T02:00:00Z') }];
    const { items, corrections: printed } = scoreSheetView({ ...source, sheet: { round: 1, ...filled, corrections } });
    expect(items.map(({ fact }) => fact)).toContain('负债0元');
    expect(items.every(({ fact }) => fact !== null)).toBe(true);
    expect(printed).toEqual([
      { item: '负债', before: '0', after: '500', reason: '漏记', by: '', on: '2015-10-22' },
      { item: '家电', before: '无', after: '电视机', reason: '漏记', by: '', on: '2015-10-22' },
    ]);
  });

  it('shows a signature however its picture was written', async () => {
    const intake = new FileIntake(new Uploads(temporaryFolder('signatures'), 1_000_000));
    const written = [
      ...[1, 2, 4, 8, 16].map((depth) => ({ colour: 0, depth, samples: 1 })),
      ...[8, 16].map((depth) => ({ colour: 2, depth, samples: 3 })),
      ...[1, 2, 4, 8].map((depth) => ({ colour: 3, depth, samples: 1 })),
      ...[8, 16].map((depth) => ({ colour: 4, depth, samples: 2 })),
      ...[8, 16].map((depth) => ({ colour: 6, depth, samples: 4 })),
    ].flatMap((pixels) => [true, false].map((transparency) => testPng(33, 17, undefined, { ...pixels, transparency })));
    const signers = [];
    for (const content of [...written, testJpeg({ orientation: 6 })]) {
      const declared = { sha256: createHash('sha256').update(content).digest('hex') };
      const keep = async ({ content: kept }: CheckedContent) => kept;
      const signature = await intake.take(Readable.from([content]), declared, contentRules.signature, keep);
      signers.push({ as: '户主', name: `覃${signers.length}`, signature, on: '2015-10-20' });
    }
    const text = await said(scoreSheetPaper({ ...view, signers }, samplePrinting));
    for (const { name } of signers) expect(text).toContain(`户主（签字）${name}`);
  });

  it('takes less than 200 KB, printed and blank', async () => {
    for (const sheet of [view, blankScoreSheet(sampleForm, sampleAreas)]) {
      expect((await pdfOf(scoreSheetPaper(sheet, samplePrinting))).length).toBeLessThan(200_000);
    }
  });

  it('can be filled by hand: no level marked, no points, room for corrections', async () => {
    const text = await said(scoreSheetPaper(blankScoreSheet(sampleForm, sampleAreas), samplePrinting));
    expect(text).not.toContain('■');
    expect(text.match(/□/g)).toHaveLength(90);
    expect(text).toContain('更正记录');
  });

  it('says that its points are a reconstruction as long as they are', async () => {
    expect(await said(scoreSheetPaper(view, samplePrinting))).toContain('并非官方公布的标准');
    expect(scoreSheetView({ ...source, sheet: { ...source.sheet, formVersion: '2016' } }).formNote).toBeNull();
  });

  it('is marked while a meeting or a publicity is still to come, and when the household was returned', () => {
    const at = (stage: string, round = 1) => provisionalScore(sampleProfile, { stage, round }, { round: 1 });
    expect(['group-review', 'publicity', 'village-review'].map((stage) => at(stage))).toEqual(
      Array(3).fill('评议公示未完成'),
    );
    expect([at('entry'), at('done')]).toEqual([null, null]);
    expect(at('scoring', 2)).toBe('已退回重评');
  });
});

describe('the notice on paper', () => {
  it.each(['A3 landscape', 'A4 landscape'] as const)(
    'shows every household with rank, number, masked name, points, total and veto: %s',
    async (paper) => {
      const view = noticeView(sampleNotice(60, 11));
      const text = await said(noticePaper(view, samplePrinting, paper));
      for (const { rank, code, head, points, rest, total, vetoes } of view.households) {
        expect(text).toContain([rank, code, head, ...points, rest, total].join(''));
        for (const veto of vetoes) expect(text).toContain(veto);
      }
      for (const { levels } of view.items)
        for (const level of levels) expect(text).toContain(level.text.replace(/\s/g, ''));
      for (const words of ['至2015年11月4日止', 'LC-7K4M', '扫码反映意见', '受理电话']) expect(text).toContain(words);
    },
  );

  it('holds nothing of a household that is nobody’s business: number, phone, illness, school, address, whole name', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const choices = new Choices(seed);
      const digits = Array.from({ length: 11 }, () => choices.below(10)).join('');
      const idNumber = idNumberOf(
        `451225${1940 + choices.below(60)}0${1 + choices.below(9)}1${choices.below(9)}${digits.slice(0, 3)}`,
      );
      const [name, phone] = [`覃${sampleName(choices)}`, `13${digits.slice(0, 9)}`];
      const source = sampleNotice(12, seed);
      // All that other subjects may know of it, in the same object, as a careless query would hand it over.
      const canary = {
        ...source.households[0]!,
        head: name,
        idNumber,
        phone,
        bankAccount: `6228${digits}0000`,
        illness: '尿毒症',
        school: '罗城高中',
        address: '桥头街18号',
        members: [{ name: '覃小花', idNumber, health: '重残' }],
      };
      const households = [canary, ...source.households.slice(1)];
      const text = await said(noticePaper(noticeView({ ...source, households }), samplePrinting, 'A3 landscape'));
      const secrets = [
        '尿毒症',
        '重残',
        '罗城高中',
        '覃小花',
        '桥头街',
        '健康状况',
        '子女读书',
        '大病',
        '慢性病',
        name,
        phone,
      ];
      const pieces = Array.from({ length: idNumber.length - 5 }, (_, place) => idNumber.slice(place, place + 6));
      for (const secret of [...secrets, ...pieces, phone.slice(0, 7)])
        expect({ seed, has: text.includes(secret) }).toEqual({ seed, has: false });
      expect(text).toContain(`${[...name][0]}*`);
    }
  });

  it('is marked as a draft before the meeting, and has a place for the dates', async () => {
    const draft = { ...sampleNotice(3, 1), reviewedOn: null, postedOn: null, closesOn: null, provisional: '未经评议' };
    const text = await said(noticePaper(noticeView(draft), samplePrinting, 'A4 landscape'));
    expect(text).toContain('未经评议');
    expect(text).toContain('至年月日止');
  });

  it('says by whom and how objections are taken also where there is no code', async () => {
    const objection = { phone: '0778-8210000', code: null, url: null };
    const text = await said(
      noticePaper(noticeView({ ...sampleNotice(3, 1), objection }), samplePrinting, 'A3 landscape'),
    );
    expect(text).toContain('受理电话：0778-8210000');
    expect(text).not.toContain('扫码');
  });
});

describe('the minutes on paper', () => {
  it('show who was there, what was said, and every verdict with its votes and reason', async () => {
    const view = sampleMinutes(24, 8);
    const text = await said(minutesPaper(view, samplePrinting));
    for (const { name, as } of view.sittings[0]!.attendees) expect(text).toContain(`${name}（${as}）`);
    for (const { code, head, total, votes, barred } of view.households) {
      expect(text).toContain([code, head, total, votes!.for, votes!.against, votes!.abstain, barred].join(''));
    }
    expect(text).toContain('应到28，实到22，法定最低19，符合法定人数');
    expect(text).toContain('退回重评4户');
    expect(text).toContain('群众反映有农用车一辆');
  });

  it('say that there was no quorum, and how an adjourned meeting went on', async () => {
    const view = sampleMinutes(2, 8);
    const [sitting] = view.sittings;
    const first = {
      ...sitting!,
      presence: { seats: 28, taken: 12, needed: 19 },
      adjourned: { to: '2015-10-28', reason: '到会人数不足' },
    };
    const text = await said(minutesPaper({ ...view, sittings: [first, sitting!] }, samplePrinting));
    for (const words of ['第1次会议', '不符合法定人数', '因到会人数不足，休会至2015年10月28日继续', '第2次会议'])
      expect(text).toContain(words);
  });

  it('of a meeting that is still to come are a sheet to take along', async () => {
    const sitting = { kind: 'village' as const, round: 1 };
    const households = [
      { id: 'h1', number: '4512251052020030007', head: '覃明', total: 41 },
      { id: 'h2', number: '4512251052020010007', head: '莫华', total: 52 },
    ];
    const recorded = { meeting: meetingOf([]), tally: { presence: [], ballots: [] }, names: new Map<string, string>() };
    const view = minutesView({ areas: sampleAreas, sitting, recorded, households });
    const text = await said(minutesPaper(view, samplePrinting));
    for (const words of [
      '行政村评议会会议记录',
      '003-0007覃明41',
      '001-0007莫华52',
      '应到，实到',
      '通过户，退回重评户',
    ])
      expect(text).toContain(words);
  });
});

describe('the commitment letter on paper', () => {
  it('says who commits to what', async () => {
    const view = sampleCommitment(4);
    const text = await said(commitmentPaper(view, samplePrinting));
    expect(text).toContain(`本人${view.household!.head}，`);
    for (const clause of view.clauses) expect(text).toContain(clause);
    expect(text).toContain('指印');
  });

  it('can be filled by hand', async () => {
    expect(await said(commitmentPaper({ ...sampleCommitment(4), household: null }, samplePrinting))).toContain(
      '本人＿＿＿',
    );
  });
});
