import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256';

const seed = 20151125;

describe('SHA-256', () => {
  it('gives the examples of the standard', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it(`agrees with another implementation on any text and length (seed ${seed})`, () => {
    const other = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    for (let length = 0; length <= 200; length += 1)
      expect(sha256('评'.repeat(length))).toBe(other('评'.repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => expect(sha256(text)).toBe(other(text))),
      { seed },
    );
  });
});
