import { pdfOf } from './pdf';
import type { PrintedDocument } from './printed-document';
import { readPdf } from './testing';

const document: PrintedDocument = {
  title: '精准识别入户评估表',
  paper: 'A4',
  printedAt: new Date('2015-10-20T02:00:00Z'),
  footer: '罗城仫佬族自治县',
  watermark: '未经评议',
  blocks: [
    { block: 'title', words: '精准识别入户评估表', under: '（试填）' },
    {
      block: 'table',
      columns: [1, 3],
      head: [{ cells: ['项目', { words: '档次', shaded: true }] }],
      rows: [{ cells: ['住房', [{ text: '■ 砖木 8', bold: true }, { text: '　□ 无房 0' }]] }],
    },
    {
      block: 'code',
      content: 'https://example.org/o/4K7M',
      caption: '扫码反映',
      beside: ['对公示结果有异议的，可扫码反映。'],
    },
    { block: 'signatures', perRow: 2, boxes: [{ label: '户主签名', name: '覃*明', fingerprint: true }] },
  ],
};

describe('a printed document', () => {
  it('says as a PDF what it was told to say, in text that can be searched', async () => {
    const { title, pages } = await readPdf(await pdfOf(document));
    expect(title).toBe('精准识别入户评估表');
    expect(pages).toHaveLength(1);
    for (const words of [
      '精准识别入户评估表',
      '（试填）',
      '■砖木8',
      '□无房0',
      '覃*明',
      '扫码反映',
      '未经评议',
      '第1页共1页',
    ]) {
      expect(pages[0]).toContain(words);
    }
  });

  it('is the same bytes for the same content, and carries only the characters it uses', async () => {
    const [one, other] = [await pdfOf(document), await pdfOf(document)];
    expect(one.equals(other)).toBe(true);
    expect(one.length).toBeLessThan(60_000);
  });

  it('fails as a whole when a picture in it cannot be read', async () => {
    const boxes = [{ label: '户主签名', image: Buffer.from('no picture') }];
    const torn: PrintedDocument = { ...document, blocks: [{ block: 'signatures', perRow: 1, boxes }] };
    await expect(pdfOf(torn)).rejects.toThrow();
  });
});
