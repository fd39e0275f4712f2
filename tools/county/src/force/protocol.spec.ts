import {
  checkClosing,
  luocheng2015,
  meetingOf,
  recusalsInRegister,
  tallyOf,
  type Count,
  type Meeting,
  type MeetingEvent,
  type Signatory,
} from '@jingzhun/identification-rules';
import { random } from '../generator/random';
import { poorlyAttended, wellAttended, type MeetingSeen } from './protocol';

const rule = luocheng2015.meetings.group!;
const day = '2015-11-06';

interface Protocol {
  attendance: string[];
  recusals?: { personId: string; householdId: string; relation: string; relativeId: string }[];
  votes?: ({ householdId: string; reason?: string } & Count)[];
  rest?: Count;
  referrals?: { householdId: string; reason: string }[];
  minutes: string;
  signatures?: { as: string; personId: string }[];
}

/** A group of that many households, each with two grown members; `kin` is barred from a household by the register. */
function groupOf(households: number): MeetingSeen {
  const ids = Array.from({ length: households }, (_, place) => `h${place}`);
  return {
    tally: {
      ballots: ids.map((householdId) => ({ householdId, householdNumber: householdId, confirmedIn: null })),
    },
    roster: ids.map((householdId, place) => ({
      householdId,
      holders: ['man', 'woman'].map((who) => ({
        personId: `${householdId}-${who}`,
        recusedFrom: place % 7 === 3 ? [`h${place - 1}`] : [],
      })),
    })),
  };
}

/** The meeting that the services make of a protocol. */
function recorded({ roster, tally }: MeetingSeen, protocol: Protocol): Meeting {
  const households = new Map(
    roster.flatMap(({ householdId, holders }) => holders.map(({ personId }) => [personId, householdId] as const)),
  );
  const events: MeetingEvent[] = [
    ...tally.ballots.map(({ householdId }): MeetingEvent => {
      return { kind: 'laid', householdId, assessment: 'sheet', confirmedIn: null };
    }),
    ...roster.map(({ householdId, holders }): MeetingEvent => {
      return { kind: 'seated', seat: householdId, householdId, holders: holders.map(({ personId }) => personId) };
    }),
    ...roster.flatMap(({ holders }) =>
      holders.flatMap(({ personId, recusedFrom }) =>
        recusedFrom.map((householdId): MeetingEvent => {
          return { kind: 'recused', personId, householdId, ground: 'register', relation: 'sibling' };
        }),
      ),
    ),
    { kind: 'convened', sitting: 1, on: day, place: '祠堂', noticeOn: '2015-11-05' },
    ...protocol.attendance.map((personId): MeetingEvent => ({ kind: 'attended', sitting: 1, personId })),
    ...(protocol.recusals ?? []).map(({ personId, householdId, relation }): MeetingEvent => {
      return { kind: 'recused', personId, householdId, relation, ground: 'declared' };
    }),
    ...recusalsInRegister(rule.recusal, households, protocol.recusals ?? []).map((recusal): MeetingEvent => {
      return { kind: 'recused', ...recusal };
    }),
    ...(protocol.votes ?? []).map(({ reason = null, ...vote }): MeetingEvent => {
      return { kind: 'voted', sitting: 1, ...vote, reason };
    }),
    ...(protocol.rest
      ? [{ kind: 'voted-on-the-rest', sitting: 1, except: [], ...protocol.rest } satisfies MeetingEvent]
      : []),
    ...(protocol.referrals ?? []).map((referral): MeetingEvent => ({ kind: 'referred', ...referral })),
    { kind: 'minutes-taken', sitting: 1, text: protocol.minutes },
    ...(protocol.signatures ?? []).map(({ as, personId }): MeetingEvent => {
      return { kind: 'signed', sitting: 1, as: as as Signatory, personId };
    }),
  ];
  return meetingOf(events.map((event, place) => ({ ...event, sequence: place + 1 })));
}

const sizes = [1, 2, 3, 4, 5, 8, 12, 20, 32, 45];
const draws = Array.from({ length: 120 }, (_, draw) => draw);

describe('the protocol of a simulated secretary', () => {
  it.each(sizes)('is lawful and decides as the seed has it, in a group of %d households', (households) => {
    for (const draw of draws) {
      const group = groupOf(households);
      const chance = random('protocol', households, draw);
      const doubted = new Set(group.roster.map(({ householdId }) => householdId).filter(() => chance.chance(0.2)));
      const protocol = wellAttended(group, { chair: 'secretary', isDoubted: (id) => doubted.has(id), chance });
      const meeting = recorded(group, protocol);
      expect({ draw, problems: checkClosing(meeting, rule, day) }).toEqual({ draw, problems: [] });
      for (const { householdId, verdict } of tallyOf(meeting, rule).ballots) {
        const expected = households === 1 ? 'referred' : doubted.has(householdId) ? 'returned' : 'confirmed';
        expect({ draw, householdId, verdict }).toEqual({ draw, householdId, verdict: expected });
      }
    }
  });

  it('brings about eighty of a hundred, with abstentions and kin now and then', () => {
    const protocols = draws.map((draw) =>
      wellAttended(groupOf(32), { chair: 'secretary', isDoubted: () => false, chance: random('protocol', draw) }),
    );
    const present = protocols.map(({ attendance }) => attendance.length - 1);
    expect(present.reduce((sum, count) => sum + count, 0) / (32 * draws.length)).toBeCloseTo(0.8, 1);
    expect(protocols.some(({ rest }) => rest.abstain > 0)).toBe(true);
    expect(protocols.some(({ rest }) => rest.against > 0)).toBe(true);
    expect(protocols.some(({ recusals }) => recusals.length > 0)).toBe(true);
  });

  it.each(sizes)('is one of too few, when the seed has it so, in a group of %d households', (households) => {
    for (const draw of draws) {
      const group = groupOf(households);
      const protocol = poorlyAttended(group, { chance: random('poor', households, draw) }, '2015-11-07');
      expect(tallyOf(recorded(group, protocol), rule).presence).toMatchObject([{ quorate: false }]);
    }
  });
});
