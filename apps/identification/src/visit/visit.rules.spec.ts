import type { Profile } from '@jingzhun/identification-rules';
import type { OpenCase } from '../case/case.rules';
import { sampleProfile } from '../testing/sample-papers';
import { assertAttempt, assertMayDecide, assertVisit, clockSkew, isLate, type VisitAsked } from './visit.rules';

const [self, companion, third, fourth] = [1, 2, 3, 4].map((one) => `0000000${one}-0000-4000-8000-000000000000`);
const now = new Date('2015-11-18T02:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const visit: VisitAsked = {
  companionIds: [companion!],
  visitedAt: minutes(-30),
  personsPresent: 2,
  observation: 'A brick house, two rooms.',
};
const refusal = (change: Partial<VisitAsked>, profile: Profile = sampleProfile) => {
  try {
    assertVisit({ ...visit, ...change }, profile, self!, now);
    return undefined;
  } catch (error) {
    return (error as { field?: string }).field;
  }
};

describe('a team', () => {
  it('is two or three different people', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ companionIds: [companion!, third!] })).toBeUndefined();
    for (const companionIds of [[], [self!], [companion!, companion!], [companion!, third!, fourth!], ['somebody']])
      expect(refusal({ companionIds })).toBe('companionIds');
  });
});

describe('the clock of a device', () => {
  it('is judged by what the device itself showed when it sent', () => {
    expect(refusal({ visitedAt: minutes(120) })).toBe('visitedAt');
    expect(refusal({ visitedAt: minutes(120), sentAt: minutes(125) })).toBeUndefined();
    expect(refusal({ visitedAt: minutes(120), sentAt: minutes(30) })).toBe('visitedAt');
  });

  it('leaves its distance to ours as a claim', () => {
    expect(clockSkew(minutes(-3), now)).toBe(180_000);
    expect(clockSkew(undefined, now)).toBeNull();
  });
});

describe('the letter of commitment', () => {
  it('is wanted where the profile asks for it, and only there', () => {
    expect(refusal({}, { ...sampleProfile, commitment: true })).toBe('commitmentId');
    expect(refusal({ commitmentId: third! }, { ...sampleProfile, commitment: true })).toBeUndefined();
  });
});

describe('an attempt in vain', () => {
  const attempt = {
    companionIds: [companion!],
    attemptedAt: minutes(-5),
    outcome: 'absent' as const,
    reason: 'Nobody.',
  };
  const planned = (plannedOn: string) => () => assertAttempt({ ...attempt, plannedOn }, sampleProfile, self!, now);

  it('names the day on which the team comes again, from the same day on', () => {
    expect(planned('2015-11-18')).not.toThrow();
    expect(planned('2015-11-17')).toThrow('planned before');
    expect(planned('18 November')).toThrow('YYYY-MM-DD');
  });

  it('has a reason', () => {
    expect(() =>
      assertAttempt({ ...attempt, reason: ' ', plannedOn: '2015-11-19' }, sampleProfile, self!, now),
    ).toThrow('No reason');
  });
});

describe('a late visit', () => {
  const household: OpenCase = {
    id: self!,
    areaCode: '451225100201001',
    version: 3,
    stage: 'scoring',
    round: 1,
    sequence: 1,
    profileId: null,
  };

  it('is one that comes when the household has moved on', () => {
    expect(isLate(household, sampleProfile, 2)).toBe(true);
    expect(isLate({ ...household, stage: 'visit', version: 2, sequence: 0 }, sampleProfile, 2)).toBe(false);
  });

  it('is not one that was read before the household was changed at its first stage', () => {
    expect(() => isLate({ ...household, stage: 'visit', version: 3, sequence: 0 }, sampleProfile, 2)).toThrow();
  });

  it('is decided once, with a reason, and by a worker only about the records of others', () => {
    const worker = { roles: ['fieldWorker' as const], personId: self! };
    const officer = { roles: ['townshipOfficer' as const], personId: third! };
    expect(() => assertMayDecide({ taken: null }, [companion!], worker, 'Later is right.')).not.toThrow();
    expect(() => assertMayDecide({ taken: null }, [self!, companion!], worker, 'Mine is right.')).toThrow('his own');
    expect(() => assertMayDecide({ taken: null }, [self!, companion!], officer, 'Seen both.')).not.toThrow();
    expect(() => assertMayDecide({ taken: null }, [], officer, ' ')).toThrow('No reason');
    expect(() => assertMayDecide({ taken: 'first' }, [], officer, 'Again.')).toThrow('was decided');
  });
});
