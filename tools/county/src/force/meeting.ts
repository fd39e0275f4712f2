import { isPoorlyAttended } from '../generator/meeting-plan';
import { random } from '../generator/random';
import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { lookUntil, type Look } from './look-until';
import { sittingFields, type Sitting } from './open-sitting';
import { meetingFields, poorlyAttended, wellAttended, type MeetingSeen } from './protocol';

type Seen = MeetingSeen & { areaCode: string; version: number; round: number; today: string };

const meeting = `query ($id: ID!) {
  sitting(id: $id) { areaCode version round today ${meetingFields} }
  me { person { id } }
}`;
const today = `query ($id: ID!) { sitting(id: $id) { today } }`;
const answer = `{ ${refusalFields} ... on Sitting { ${sittingFields} } }`;
const hold = {
  group: `mutation ($input: HoldReviewInput!) { answer: holdGroupReview(input: $input) ${answer} }`,
  village: `mutation ($input: HoldReviewInput!) { answer: holdVillageReview(input: $input) ${answer} }`,
};
const close = `mutation ($input: CloseMeetingInput!) { answer: closeMeeting(input: $input) ${answer} }`;

export const meetingOperations = { meeting, today, holdGroup: hold.group, holdVillage: hold.village, close };

export interface Agenda {
  kind: 'group' | 'village';
  seed: string;
  place: string;
  /** Whether the meeting sends a household back, by its number. */
  isDoubted: (household: string) => boolean;
  /** How long to wait for the day of a second sitting; without it everybody needed comes to the first. */
  look?: Omit<Look, 'what'>;
}

/** Records a meeting from its protocol, as it goes by the seed: when too few come to the first sitting, in two. */
export async function holdMeeting(session: Session, id: string, agenda: Agenda): Promise<Sitting> {
  const { sitting, me } = await session.ask<{ sitting: Seen; me: { person: { id: string } } }>(meeting, { id });
  const { kind, seed, place, isDoubted, look } = agenda;
  if (sitting.tally.ballots.every(({ confirmedIn }) => confirmedIn !== null))
    return session.perform<Answered & Sitting>(close, { sittingId: id, version: sitting.version });
  const chance = random(seed, 'meeting', sitting.areaCode, sitting.round);
  const course = { chair: me.person.id, isDoubted, chance };
  const record = (version: number, heldOn: string, protocol: Record<string, unknown>) =>
    session.perform<Answered & Sitting>(hold[kind], {
      ...{ sittingId: id, version, heldOn, place, noticeOn: daysAfter(heldOn, -1) },
      ...protocol,
    });

  if (!look || sitting.round > 1 || !isPoorlyAttended(seed, sitting.areaCode))
    return record(sitting.version, sitting.today, wellAttended(sitting, course));
  const to = daysAfter(sitting.today, 1);
  const { version } = await record(sitting.version, sitting.today, poorlyAttended(sitting, course, to));
  const second = await lookUntil({ ...look, what: `the second sitting of ${sitting.areaCode}` }, async () => {
    const { sitting: now } = await session.ask<{ sitting: { today: string } }>(today, { id });
    return now.today >= to ? now.today : undefined;
  });
  return record(version, second, wellAttended(sitting, course));
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
