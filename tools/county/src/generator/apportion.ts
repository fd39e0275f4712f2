/**
 * Divides `total` whole things in proportion to the weights, each share at least `minimum`; the shares sum to `total` exactly
 * (largest remainder, ties to the earlier). Needs `total >= minimum * weights.length`.
 */
export function apportion(total: number, weights: readonly number[], minimum = 0): number[] {
  const free = total - minimum * weights.length;
  if (free < 0) throw new RangeError(`${total} cannot give ${weights.length} shares at least ${minimum} each`);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? free / weights.length : (free * weight) / sum));
  const shares = exact.map((share) => Math.floor(share));
  const left = free - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
    .slice(0, left);
  for (const { index } of byRemainder) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map((share) => share + minimum);
}
