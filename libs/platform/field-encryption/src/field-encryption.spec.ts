import fc from 'fast-check';
import { BlindIndex, FieldEncryption, KeyMissing, KeyRing, newSalt, SealBroken } from './index';
import { testKey } from './testing';

const number = '45122519700101123X';
const place = { table: 'member', column: 'id_number_sealed', row: '5f0e6f4e-0000-4000-8000-000000000001' };
const ring = (...versions: number[]) => new KeyRing(versions.map((version) => testKey(version)));

describe('a sealed field', () => {
  const salt = newSalt();
  const cipher = new FieldEncryption(ring(1)).forOwner(salt);

  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => cipher.open(cipher.seal(text, place), place) === text),
    );
  });

  it('does not show the text, and no two sealings of one text are alike', () => {
    const sealings = Array.from({ length: 3_000 }, () => cipher.seal(number, place).toString('hex'));
    expect(new Set(sealings).size).toBe(3_000);
    // The nonce alone, which must never come twice under one key.
    expect(new Set(sealings.map((hex) => hex.slice(6, 30))).size).toBe(3_000);
    for (const hex of sealings.slice(0, 10)) expect(Buffer.from(hex, 'hex').includes(number.slice(6, 14))).toBe(false);
  });

  it('does not open when any single bit of it was changed', () => {
    const sealed = cipher.seal(number, place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      // A changed key version is either of a key nobody gave, or of another key.
      expect(() => cipher.open(changed, place)).toThrow(/does not open|not in the key ring/);
    }
  });

  it('does not open when it was cut, at any place', () => {
    const sealed = cipher.seal(number, place);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => cipher.open(sealed.subarray(0, length), place)).toThrow(SealBroken);
  });

  it.each([
    ['another row', { row: '5f0e6f4e-0000-4000-8000-000000000002' }],
    ['another column', { column: 'phone_sealed' }],
    ['another table', { table: 'change_request' }],
    ['a place whose parts read alike when they are joined', { table: 'member.id_number_sealed', column: '' }],
  ])('does not open in %s', (_, other) => {
    const sealed = cipher.seal(number, place);
    expect(() => cipher.open(sealed, { ...place, ...other })).toThrow(SealBroken);
  });

  it('does not open for another household, nor once the salt is forgotten', () => {
    const encryption = new FieldEncryption(ring(1));
    const sealed = cipher.seal(number, place);
    for (let attempt = 0; attempt < 100; attempt += 1)
      expect(() => encryption.forOwner(newSalt()).open(sealed, place)).toThrow(SealBroken);
    expect(() => encryption.forOwner(Buffer.alloc(0))).toThrow('a salt has 16 bytes');
  });

  it('does not open with another master key of the same version', () => {
    const stranger = new FieldEncryption(new KeyRing([testKey(1, 'a stranger')])).forOwner(salt);
    expect(() => stranger.open(cipher.seal(number, place), place)).toThrow(SealBroken);
  });

  it('says nothing of the text when it does not open', () => {
    const sealed = cipher.seal(number, place);
    sealed[20]! ^= 1;
    expect(() => cipher.open(sealed, place)).toThrow('a sealed member.id_number_sealed does not open');
  });

  it('of an earlier release still opens', () => {
    const sealed = Buffer.from(
      '010007c27f2f9f6b59b269c174d1dc2d8336793ea5bdc70ca71795732338f8074716bf7a5358a14e9bfc03c99a20284f59',
      'hex',
    );
    const earlier = new FieldEncryption(ring(7)).forOwner(Buffer.alloc(16, 1));
    expect(earlier.open(sealed, { table: 'member', column: 'id_number_sealed', row: 'r' })).toBe(number);
  });
});

describe('a new master key', () => {
  const salt = newSalt();
  const before = new FieldEncryption(ring(1)).forOwner(salt);
  const during = new FieldEncryption(ring(2, 1)).forOwner(salt);
  const after = new FieldEncryption(ring(2)).forOwner(salt);
  const old = before.seal(number, place);

  it('opens what the former one sealed, and seals anew with its own version', () => {
    expect(during.open(old, place)).toBe(number);
    const resealed = during.seal(during.open(old, place), place);
    expect([old.readUInt16BE(1), resealed.readUInt16BE(1)]).toEqual([1, 2]);
    expect(after.open(resealed, place)).toBe(number);
  });

  it('does not open what the former one sealed once that is taken away, and says which version is missing', () => {
    expect(() => after.open(old, place)).toThrow(new KeyMissing(1));
  });
});

describe('a key ring', () => {
  it.each([
    ['no key', [], 'at least one key'],
    ['a version twice', [testKey(1), testKey(1, 'other')], 'comes twice'],
    ['a version that does not fit into a header', [testKey(65_536)], 'from 1 to 65535'],
    ['version 0', [testKey(0)], 'from 1 to 65535'],
    ['a short key', [{ version: 1, key: Buffer.alloc(31) }], '32 bytes'],
  ])('is refused with %s', (_, keys, reason) => {
    expect(() => new KeyRing(keys)).toThrow(reason);
  });
});

describe('a blind index', () => {
  const index = new BlindIndex(ring(1));

  it('is the same for the same number, also in small letters, full-width digits or with space around', () => {
    for (const same of [number.toLowerCase(), ` ${number}\n`, '４５１２２５１９７００１０１１２３Ｘ'])
      expect(index.of(same)).toEqual(index.of(number));
  });

  it('differs for different numbers and under different keys', () => {
    expect(index.of('451225197001011231')).not.toEqual(index.of(number));
    expect(new BlindIndex(new KeyRing([testKey(1, 'a stranger')])).of(number)).not.toEqual(index.of(number));
  });

  it('of an earlier release is still found', () => {
    expect(new BlindIndex(ring(7)).of(number).toString('hex')).toBe('0007c96bf1b0eb840193caec883744815a4b');
  });

  it('finds under a new key also what was stored under the former one', () => {
    const during = new BlindIndex(ring(2, 1));
    expect(during.all(number)).toEqual([during.of(number), index.of(number)]);
    expect(during.of(number).subarray(0, 2)).toEqual(during.currentPrefix);
    expect(index.of(number).subarray(0, 2)).not.toEqual(during.currentPrefix);
  });
});
