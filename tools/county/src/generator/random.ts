/**
 * A seeded source of chance: xoshiro128** (Blackman and Vigna), whose state is filled by splitmix32 from an FNV-1a hash of
 * the labels. The same labels give the same numbers on every machine and Node version, which `Math.random` cannot promise.
 *
 * Give every subject a source of its own (`random(seed, 'household', number)`): then one subject can be drawn again, or
 * alone, without drawing all those before it.
 */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the values, each as likely as the others. */
  pick<T>(values: readonly T[]): T;
  /** One of the values, as likely as its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T;
  /** The values in a drawn order; the given array stays as it is. */
  shuffled<T>(values: readonly T[]): T[];
}

export function random(...labels: (string | number)[]): Random {
  const next = xoshiro128(hash(labels.join('\u0000')));
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (values) => present(values[between(0, values.length - 1)]),
    weighted(choices) {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        if (rest < weight) return value;
        rest -= weight;
      }
      return present(choices.at(-1))[0];
    },
    shuffled(values) {
      const order = [...values];
      for (let last = order.length - 1; last > 0; last--) {
        const other = between(0, last);
        [order[last], order[other]] = [present(order[other]), present(order[last])];
      }
      return order;
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

function xoshiro128(seed: number): () => number {
  let filler = seed;
  const fill = () => {
    filler = (filler + 0x9e3779b9) | 0;
    let mixed = Math.imul(filler ^ (filler >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const carried = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= carried;
    d = rotate(d, 11);
    return (result >>> 0) / 0x1_0000_0000;
  };
}
