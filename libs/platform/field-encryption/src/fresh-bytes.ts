import { randomFillSync } from 'node:crypto';

/** Randomness is drawn in stock: one call of the generator for every nonce and salt costs more than the cipher. */
const stock = Buffer.alloc(8 * 1024);
let used = stock.length;

/** Bytes from the system's generator, each given once. */
export function freshBytes(count: number): Buffer {
  if (used + count > stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  const bytes = Buffer.from(stock.subarray(used, used + count));
  used += count;
  return bytes;
}
