import type { Person } from './running-service';

/** A meeting as those who work with it see it. */
export interface ShownMeeting {
  version: number;
  dueAt: string;
  state: string;
  heldOn: string | null;
  minutes: string | null;
  facts: { sequence: number; kind: string; content: Record<string, unknown>; recordedBy: string }[];
  tally: {
    presence: { sitting: number; seats: number; taken: number; needed: number; quorate: boolean }[];
    ballots: {
      householdId: string;
      assessment: string;
      verdict: string;
      by: string | null;
      confirmedIn: number | null;
      entitled: number;
      barred: number;
      for: number;
      against: number;
      abstain: number;
      reason: string | null;
    }[];
  };
  roster: { householdId: string; holders: { personId: string; name: string; recusedFrom: string[] }[] }[];
  closingProblems: { code: string; householdId: string | null }[];
}

/** What every office may see of it. */
export const meetingFields = `
  version dueAt state heldOn minutes
  facts { sequence kind content recordedBy }
  tally {
    presence { sitting seats taken needed quorate }
    ballots { householdId assessment verdict by confirmedIn entitled barred for against abstain reason }
  }
  closingProblems { code householdId }`;

/** What the secretaries see besides. */
export const rosterFields = 'roster { householdId holders { personId name recusedFrom } }';

export async function seeMeeting(
  person: Person,
  sittingId: string,
  fields = `${meetingFields} ${rosterFields}`,
): Promise<ShownMeeting> {
  const { sitting } = await person.ask<{ sitting: ShownMeeting }>(
    `query ($id: ID!) { sitting(id: $id) { ${fields} } }`,
    { id: sittingId },
  );
  return sitting;
}
