/** The areas whose rows a piece of work may see and change. A signed-in person's caller fits; so does a machine's scope. */
export interface Scope {
  readonly areas: readonly string[];
}

/** The scope of a machine that serves the whole county (relay, consumer, worker call): every area code begins with a digit. */
export const countyWide: Scope = { areas: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] };

/**
 * The scope as row-level security reads it.
 * @throws RangeError for an area that is no code: an empty one would be the beginning of every code.
 */
export function scopeSetting({ areas }: Scope): string {
  for (const area of areas) if (!/^\d+$/.test(area)) throw new RangeError(`"${area}" is no area code`);
  return areas.join(',');
}
