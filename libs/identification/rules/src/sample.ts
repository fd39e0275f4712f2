import { sha256 } from './sha256';

/** How many households are looked at again (domain reference 6: 5 % of a village, at least 10, a working value). */
export interface SampleRule {
  /** Whole percent. */
  percent: number;
  /** From each stratum, if it has so many. */
  minimum: number;
}

export interface Sampled {
  stratum: string;
  /** How many the stratum has. */
  size: number;
  /** Those drawn, in the order of the draw. */
  ids: string[];
}

/** What is published before the population is known, so that nobody can choose a seed to his liking afterwards. */
export function commitmentTo(seed: string): string {
  return sha256(seed);
}

/** How many of a stratum are drawn: the percentage, rounded up, or the minimum, but never more than there are. */
export function sampleSize(rule: SampleRule, size: number): number {
  return Math.min(size, Math.max(rule.minimum, Math.ceil((size * rule.percent) / 100)));
}

/**
 * The random sample of each stratum (a village, as a rule) that follows from a published seed. Anyone can draw it again, with
 * any tool that knows SHA-256:
 *
 * 1. for every household, take the SHA-256 of the line `SEED/STRATUM/ID` in UTF-8, as 64 hexadecimal digits;
 * 2. within each stratum, order by these digits;
 * 3. take the first `sampleSize` of them.
 *
 * The order in which the population is given does not matter, one stratum does not bear on another, and with a larger
 * rate the smaller sample is the beginning of the larger one. Strata come in the order of their names.
 */
export function drawSample(
  rule: SampleRule,
  seed: string,
  population: readonly { id: string; stratum: string }[],
): Sampled[] {
  const strata = new Map<string, Set<string>>();
  for (const { id, stratum } of population) strata.set(stratum, (strata.get(stratum) ?? new Set()).add(id));
  return [...strata]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([stratum, ids]) => ({
      stratum,
      size: ids.size,
      ids: [...ids]
        .map((id) => ({ id, digits: sha256(`${seed}/${stratum}/${id}`) }))
        .sort((one, other) => (one.digits < other.digits ? -1 : 1))
        .slice(0, sampleSize(rule, ids.size))
        .map(({ id }) => id),
    }));
}
