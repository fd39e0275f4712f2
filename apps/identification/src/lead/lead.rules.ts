import {
  matchRecord,
  openLead,
  plainName,
  type Lead,
  type LeadOutcome,
  type LeadRule,
  type MatchablePerson,
  type MatchSource,
  type Terms,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { LeadRefused } from './lead.errors';
import type { MatchLine } from './match-file';

/** A state as the graph and the table name it. */
export type ShownLeadState = 'open' | 'awaitingReply' | 'confirmed' | 'cleared';

export function shownState({ state }: Pick<Lead, 'state'>): ShownLeadState {
  return state === 'awaiting-reply' ? 'awaitingReply' : state;
}

/** A match that becomes a lead. */
export interface Matched {
  lead: Lead;
  subject: string;
  matchedBy: 'identity' | 'nameAndPlace';
  /** Code of the group the household lives in. */
  areaCode: string;
}

/** @throws InvalidInput where the profile says nothing of leads */
export function leadRuleOf({ leads }: Pick<Terms, 'leads'>): LeadRule {
  if (!leads)
    throw new InvalidInput(
      'The profile of the campaign takes no matches with other departments.',
      'fileId',
      'Have the profile say how long a household may reply, and what a match must be sure of.',
    );
  return leads;
}

/**
 * The leads that the lines of a file become. A line may be about several people of one name: each is a lead of his own.
 *
 * @param nameOf the name of each line's number, where it has one
 * @param newId makes the id of the next lead
 */
export function leadsFrom(
  { source, lines }: { source: MatchSource; lines: readonly MatchLine[] },
  nameOf: (line: MatchLine) => string | undefined,
  people: readonly MatchablePerson[],
  { minimumConfidence }: LeadRule,
  now: { at: Date; newId: () => string },
): Matched[] {
  const byNumber = grouped(people, ({ idIndex }) => idIndex);
  const byName = grouped(people, ({ name }) => plainName(name));
  const homes = new Map(people.map(({ memberId, areaCode }) => [memberId, areaCode]));
  return lines.flatMap((line) => {
    const idIndex = nameOf(line);
    const candidates = idIndex === undefined ? byName.get(plainName(line.name ?? '')) : byNumber.get(idIndex);
    const { record, name, areaCode, subject, assetAcquiredOn } = line;
    const sought = {
      ...(idIndex !== undefined && { idIndex }),
      ...(name !== undefined && { name }),
      ...(areaCode !== undefined && { areaCode }),
    };
    return matchRecord(sought, candidates ?? [], minimumConfidence).map(
      ({ memberId, householdId, by, confidence }): Matched => ({
        lead: openLead(
          {
            ...{ id: now.newId(), householdId, memberId, source, record, confidence },
            ...(assetAcquiredOn !== undefined && { assetAcquiredOn }),
          },
          now.at,
        ),
        subject,
        matchedBy: by === 'identity' ? 'identity' : 'nameAndPlace',
        areaCode: homes.get(memberId)!,
      }),
    );
  });
}

/** @throws LeadRefused */
export function accepted(outcome: LeadOutcome): Lead {
  if (outcome.ok) return outcome.lead;
  throw new LeadRefused(outcome.code, outcome.problem, fieldOf(outcome.code));
}

/** @throws InvalidInput */
export function assertReply(reply: string): void {
  if (!reply.trim() || reply.length > 1000)
    throw new InvalidInput('Write down what the household says, in 1 to 1000 characters.', 'reply');
}

function fieldOf(code: string): string {
  if (code === 'LEAD_REASON_MISSING') return 'reason';
  return code === 'LEAD_EVIDENCE_MISSING' ? 'evidence' : 'leadId';
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const value of values) {
    const same = found.get(keyOf(value));
    if (same) same.push(value);
    else found.set(keyOf(value), [value]);
  }
  return found;
}
