import fc from 'fast-check';
import { testTiff } from '../testing/test-pictures';
import { readExif } from './exif';

const written = {
  orientation: 6,
  takenAt: '2015:10:20 09:30:00',
  latitude: [24, 46, 39.5] as [number, number, number],
  latitudeRef: 'N',
  longitude: [108, 54, 18] as [number, number, number],
  longitudeRef: 'E',
};

describe('what a camera claims', () => {
  it.each([false, true])('is read in either order of bytes (little endian: %s)', (little) => {
    const claims = readExif(testTiff(written, little));
    expect(claims).toMatchObject({ orientation: 6, takenAt: '2015-10-20T09:30:00' });
    expect(claims.latitude).toBeCloseTo(24.777639, 5);
    expect(claims.longitude).toBeCloseTo(108.905, 5);
  });

  it('has its time zone when the camera says it, and lies south and west when it says so', () => {
    const claims = readExif(testTiff({ ...written, offset: '+08:00', latitudeRef: 'S', longitudeRef: 'W' }, true));
    expect(claims.takenAt).toBe('2015-10-20T09:30:00+08:00');
    expect(claims.latitude).toBeCloseTo(-24.777639, 5);
    expect(claims.longitude).toBeCloseTo(-108.905, 5);
  });

  it.each([
    ['a date that does not exist', { takenAt: '2015:13:40 09:30:00' }],
    ['words instead of a date', { takenAt: 'yesterday' }],
    ['a latitude beyond the pole', { latitude: [91, 0, 0] as [number, number, number], latitudeRef: 'N' }],
    ['a latitude without a side', { latitude: [24, 0, 0] as [number, number, number] }],
    ['an orientation that means nothing', { orientation: 9 }],
  ])('is left out when it is %s', (_, nonsense) => {
    expect(readExif(testTiff(nonsense, false))).toEqual({ orientation: 1 });
  });

  it('is nothing, and no failure, in bytes that make no sense', () => {
    const seed = 20_151_020;
    const whole = testTiff(written, true);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, length) => {
        const damaged = Buffer.from(whole.subarray(0, length));
        if (at < length) damaged[at] = value;
        const { orientation } = readExif(damaged);
        return orientation >= 1 && orientation <= 8;
      }),
      { seed, numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readExif(Buffer.from(bytes)).orientation === 1),
      { seed },
    );
  });
});
