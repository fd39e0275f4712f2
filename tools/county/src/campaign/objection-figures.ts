import type { Session } from '../gateway/session';

/** How many objections there were of each kind and decision. */
export interface ObjectionFigure {
  kind: string;
  /** Null while it is not decided. */
  decision: string | null;
  objections: number;
}

const question = `query { objectionFigures { kind decision objections } }`;

export const objectionFiguresOperations = { question };

export async function readObjectionFigures(session: Session): Promise<ObjectionFigure[]> {
  return (await session.ask<{ objectionFigures: ObjectionFigure[] }>(question)).objectionFigures;
}

/** The figures as counts by `kind decision`. */
export function byOutcome(figures: readonly ObjectionFigure[]): Record<string, number> {
  return Object.fromEntries(figures.map(({ kind, decision, objections }) => [`${kind} ${decision}`, objections]));
}
