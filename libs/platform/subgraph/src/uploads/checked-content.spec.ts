import { InvalidInput } from '@jingzhun/kernel';
import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { pngChunk, testJpeg, testJpegSize, testPdf, testPng } from '../testing/test-pictures';
import { checkedContent, type ContentRules } from './checked-content';

const rules: ContentRules = {
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  maximumBytes: 1_000_000,
  maximumPixels: 10_000,
};

const refused = (content: Buffer, changed: Partial<ContentRules> = {}) =>
  expect(checkedContent(content, { ...rules, ...changed })).rejects.toThrow(InvalidInput);

describe('a file that is to be kept', () => {
  it('is known by its bytes: JPEG, PNG or PDF', async () => {
    expect(await checkedContent(testJpeg(), rules)).toMatchObject({ mediaType: 'image/jpeg', ...testJpegSize });
    expect(await checkedContent(testPng(30, 20), rules)).toMatchObject({
      mediaType: 'image/png',
      width: 30,
      height: 20,
    });
    expect(await checkedContent(testPdf, rules)).toMatchObject({ mediaType: 'application/pdf', content: testPdf });
  });

  it.each([
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an archive', Buffer.from('504b030414000000', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a single byte', Buffer.from([0xff])],
  ])('is refused when it is %s', async (_, content) => {
    await refused(content);
  });

  it('is refused when it is of another type than its kind allows', async () => {
    await refused(testPdf, { mediaTypes: ['image/jpeg', 'image/png'] });
    await refused(testJpeg(), { mediaTypes: ['image/png'] });
  });

  it('is refused when it has too many pixels, however few bytes they take', async () => {
    await refused(testPng(101, 100));
    await refused(testJpeg(), { maximumPixels: 24 * 16 - 1 });
    expect(await checkedContent(testPng(100, 100), rules)).toMatchObject({ width: 100 });
  });

  it.each([
    ['a JPEG that breaks off', testJpeg().subarray(0, -200)],
    ['a JPEG of nothing but its beginning', Buffer.from('ffd8ffe0', 'hex')],
    ['a PNG that breaks off', testPng(30, 20).subarray(0, -20)],
    ['a PDF without an end', testPdf.subarray(0, 20)],
    ['a PNG whose pixels are fewer than it says', pngWith(deflateSync(Buffer.alloc(100)))],
    ['a PNG whose pixels are more than it says', pngWith(deflateSync(Buffer.alloc(1_000_000)))],
    ['a PNG whose pixels cannot be unpacked', pngWith(Buffer.from('not packed at all'))],
    ['a PNG with a filter that does not exist', pngWith(deflateSync(Buffer.alloc(20 * 121, 5)))],
    ['an interlaced PNG', pngWith(deflateSync(Buffer.alloc(20 * 121)), 1)],
  ])('is refused when it is %s', async (_, content) => {
    await refused(content);
  });

  const secret = 'SERIAL-8848';
  const exif = { orientation: 6, takenAt: '2015:10:20 09:30:00', extra: secret };

  it.each([
    ['JPEG', testJpeg(exif)],
    ['PNG', testPng(30, 20, exif)],
  ])('is kept as the picture alone, while what the camera claims is told apart: %s', async (_, content) => {
    expect(content.includes(secret)).toBe(true);
    const { content: kept, claims } = await checkedContent(content, rules);
    expect(claims).toMatchObject({ takenAt: '2015-10-20T09:30:00' });
    expect(kept.includes(secret)).toBe(false);
    expect(kept.includes('2015:10:20')).toBe(false);
    const again = await checkedContent(kept, rules);
    expect(again.content.equals(kept)).toBe(true);
    expect(again.claims.takenAt).toBeUndefined();
  });

  it('of a JPEG still says how it is to be turned', async () => {
    const { content } = await checkedContent(testJpeg(exif), rules);
    const turned = content.indexOf('Exif\0\0');
    expect(content.readUInt16BE(turned + 6 + 18)).toBe(6);
    const { content: upright } = await checkedContent(testJpeg({ ...exif, orientation: 1 }), rules);
    expect(upright.includes('Exif')).toBe(false);
  });

  it('is refused or kept, and nothing else happens, whatever byte of it is damaged', async () => {
    const seed = 20_151_021;
    const pictures = [testJpeg(exif), testPng(8, 8, exif)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pictures), fc.nat(), fc.nat(255), fc.nat(), async (whole, at, value, cut) => {
        const damaged = Buffer.from(whole.subarray(0, whole.length - (cut % 40)));
        damaged[at % damaged.length] = value;
        const outcome = await checkedContent(damaged, rules).catch((error: unknown) => error);
        return outcome instanceof InvalidInput || Buffer.isBuffer((outcome as { content?: unknown }).content);
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

/** A PNG of 30 by 20 pixels that says nothing of these packed pixels. */
function pngWith(packed: Buffer, interlace = 0): Buffer {
  const whole = testPng(30, 20);
  const header = Buffer.from(whole.subarray(16, 29));
  header[12] = interlace;
  return Buffer.concat([
    whole.subarray(0, 8),
    pngChunk('IHDR', header),
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
