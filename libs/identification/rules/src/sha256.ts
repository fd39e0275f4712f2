/** SHA-256 (FIPS 180-4) without any platform's library, because rules also run inside workflows and browsers. */
const roundConstants = primes(64).map((prime) => fractionBits(Math.cbrt(prime)));
const startingHash = primes(8).map((prime) => fractionBits(Math.sqrt(prime)));

/** The digest of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let hash = startingHash;
  for (let place = 0; place < words.length; place += 16) hash = compressed(hash, words.slice(place, place + 16));
  return hash.map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message, a one bit, zeros, and the length in bits, in words of 32 bits and blocks of 16 words. */
function padded(bytes: Uint8Array): number[] {
  const words = new Array<number>(((bytes.length + 72) >> 6) * 16).fill(0);
  [...bytes, 0x80].forEach((byte, place) => {
    words[place >> 2]! |= byte << (24 - (place % 4) * 8);
  });
  words[words.length - 2] = Math.floor((bytes.length * 8) / 2 ** 32);
  words[words.length - 1] = (bytes.length * 8) >>> 0;
  return words;
}

function compressed(hash: number[], block: number[]): number[] {
  const schedule = [...block];
  for (let t = 16; t < 64; t += 1) {
    const [early, late] = [schedule[t - 15]!, schedule[t - 2]!];
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule.push((schedule[t - 16]! + small + schedule[t - 7]! + large) | 0);
  }
  let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
  schedule.forEach((word, t) => {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + roundConstants[t]! + word) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  });
  return [a, b, c, d, e, f, g, h].map((word, place) => (hash[place]! + word) >>> 0);
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of the fraction: the constants of the standard come from roots of primes. */
function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}
