import type { Session } from '../gateway/session';
import { lookUntil, type Look } from './look-until';

export interface Sitting {
  id: string;
  version: number;
  round: number;
  state: string;
  stage: string | null;
  publicity: { postedAt: string | null; closesAt: string | null } | null;
}

export const sittingFields = 'id version round state stage publicity { postedAt closesAt }';

const newest = `query ($areaCode: ID!, $kind: SittingKind!, $after: String) {
  sittings(filter: { areaCode: $areaCode, kind: $kind }, first: 100, after: $after) { nodes { ${sittingFields} } }
}`;

const standing = `query ($areaCode: ID!, $kind: SittingKind!, $state: SittingState!) {
  sittings(filter: { areaCode: $areaCode, kind: $kind, state: $state }, first: 100) { nodes { ${sittingFields} } }
}`;

export const sittingOperations = { newest, standing };

/** The sittings of an area, or below it, that are in a state now: at most a hundred, in the order of their rounds. */
export async function sittingsThatAre(
  session: Session,
  state: 'open' | 'held',
  kind: 'group' | 'village',
  areaCode: string,
): Promise<Sitting[]> {
  const { sittings } = await session.ask<{ sittings: { nodes: Sitting[] } }>(standing, { areaCode, kind, state });
  return sittings.nodes;
}

/** The latest sitting of an area, or none yet. Rounds come in order, so the last of them is the one that counts. */
export async function latestSitting(
  session: Session,
  kind: 'group' | 'village',
  areaCode: string,
): Promise<Sitting | undefined> {
  const answer = await session.ask<{ sittings: { nodes: Sitting[] } }>(newest, { areaCode, kind });
  return answer.sittings.nodes.at(-1);
}

/** Waits until the area's households are laid before its meeting. */
export function openSitting(
  session: Session,
  kind: 'group' | 'village',
  areaCode: string,
  look: Omit<Look, 'what'>,
): Promise<Sitting> {
  return lookUntil({ ...look, what: `open sitting of the ${kind} ${areaCode}` }, async () => {
    const sitting = await latestSitting(session, kind, areaCode);
    return sitting && sitting.state !== 'closed' ? sitting : undefined;
  });
}
