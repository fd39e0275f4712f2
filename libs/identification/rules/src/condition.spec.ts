import fc from 'fast-check';
import { amountOf, factsIn, isWithin, testsIn, truthOf, unknownsIn, type Condition, type Reading } from './condition';
import {
  membersWho,
  perHead,
  shareWho,
  total,
  whenAll,
  whenAny,
  whenHas,
  whenHasAny,
  whenIs,
  whenNot,
  whenNumber,
} from './condition-words';
import type { FactValue } from './fact';

const seed = 20151125;

type Facts = Record<string, FactValue | undefined>;

function reading(household: Facts, ...members: Facts[]): Reading {
  return {
    valueOf: (fact) => household[fact],
    members: members.map((facts, place) => ({
      member: `m${place + 1}`,
      members: [],
      valueOf: (fact) => facts[fact],
    })),
  };
}

const paved = whenIs('road', 'paved');
const truth = (condition: Condition, household: Facts, ...members: Facts[]) =>
  truthOf(condition, reading(household, ...members));

describe('a condition', () => {
  it('looks for one of the options of a choice, or for a flag', () => {
    expect(truth(whenIs('road', 'gravel', 'paved'), { road: 'paved' })).toBe(true);
    expect(truth(paved, { road: 'earth' })).toBe(false);
    expect(truth(whenHas('vehicles', 'van'), { vehicles: ['boat', 'van'] })).toBe(true);
    expect(truth(whenHas('vehicles', 'van'), { vehicles: [] })).toBe(false);
    expect(truth(whenHasAny('vehicles', 'car', 'van'), { vehicles: ['van'] })).toBe(true);
  });

  it('does not take a choice for flags, nor flags for a choice', () => {
    expect(truth(whenIs('vehicles', 'van'), { vehicles: ['van'] })).toBe(false);
    expect(truth(whenHas('road', 'paved'), { road: 'paved' })).toBe(false);
  });

  it.each([
    [{ atLeast: 3 }, 2.999, false],
    [{ atLeast: 3 }, 3, true],
    [{ above: 3 }, 3, false],
    [{ above: 3 }, 3.001, true],
    [{ below: 3 }, 3, false],
    [{ below: 3 }, 2.999, true],
    [{ atMost: 3 }, 3, true],
    [{ atMost: 3 }, 3.001, false],
    [{ atLeast: 1, below: 3 }, 0.999, false],
    [{ atLeast: 1, below: 3 }, 1, true],
    [{ above: 0, atMost: 3 }, 4, false],
  ])('with the bounds %j holds for %d: %s', (bounds, value, holds) => {
    expect(isWithin(value, bounds)).toBe(holds);
    expect(truth(whenNumber(total('debt'), bounds), { debt: value })).toBe(holds);
  });

  it('adds facts up and takes others away', () => {
    const net = { add: ['wage', 'sales'], less: ['costs'] };
    expect(truth(whenNumber(net, { atLeast: 5 }), { wage: 4, sales: 4, costs: 3 })).toBe(true);
    expect(truth(whenNumber(net, { atLeast: 5.001 }), { wage: 4, sales: 4, costs: 3 })).toBe(false);
    expect(amountOf(net, reading({ wage: 0.1, sales: 0.2, costs: 0 }))).toBe(300);
    expect(amountOf(net, reading({ wage: 1, sales: 2 }))).toBeUndefined();
  });

  it('divides by the members exactly, where a computer would round', () => {
    const cut = whenNumber(perHead('paddy'), { atLeast: 0.2 });
    expect(0.6 / 3 >= 0.2).toBe(false);
    expect(truth(cut, { paddy: 0.6 }, {}, {}, {})).toBe(true);
    expect(truth(cut, { paddy: 0.599 }, {}, {}, {})).toBe(false);
  });

  it('counts the members for whom something holds, or takes their share', () => {
    const grave = whenIs('health', 'grave');
    const ill = [{ health: 'grave' }, { health: 'healthy' }, { health: 'grave' }];
    expect(truth(whenNumber(membersWho(grave), { atLeast: 2 }), {}, ...ill)).toBe(true);
    expect(truth(whenNumber(membersWho(grave), { atLeast: 3 }), {}, ...ill)).toBe(false);
    expect(truth(whenNumber(shareWho(grave), { atLeast: 0.667 }), {}, ...ill)).toBe(false);
    expect(truth(whenNumber(shareWho(grave), { atLeast: 0.666, below: 0.7 }), {}, ...ill)).toBe(true);
    expect(amountOf(membersWho(grave), reading({}, ...ill))).toBe(2000);
  });

  it('is not decided while it depends on what is not known', () => {
    expect(truth(paved, {})).toBeUndefined();
    expect(truth(whenNumber(total('debt'), { atLeast: 1 }), {})).toBeUndefined();
    expect(truth(whenNot(paved), {})).toBeUndefined();
    expect(truth(whenAll(paved, whenIs('power', 'steady')), { power: 'steady' })).toBeUndefined();
    expect(truth(whenAny(paved, whenIs('power', 'steady')), { power: 'none' })).toBeUndefined();
  });

  it('is decided when what is known is enough', () => {
    expect(truth(whenAll(paved, whenIs('power', 'steady')), { power: 'none' })).toBe(false);
    expect(truth(whenAny(paved, whenIs('power', 'steady')), { power: 'steady' })).toBe(true);
    expect(truth(whenNot(paved), { road: 'earth' })).toBe(true);
  });

  it('is decided by some members as soon as the others cannot change it', () => {
    const two = whenNumber(membersWho(whenIs('health', 'grave')), { atLeast: 2 });
    expect(truth(two, {}, { health: 'grave' }, {}, { health: 'grave' })).toBe(true);
    expect(truth(two, {}, { health: 'grave' }, {}, {})).toBeUndefined();
    expect(truth(two, {}, { health: 'healthy' }, {}, { health: 'healthy' })).toBe(false);
    const one = whenNumber(membersWho(whenIs('health', 'grave')), { atLeast: 1, below: 2 });
    expect(truth(one, {}, { health: 'grave' }, {})).toBeUndefined();
    expect(truth(one, {}, {}, {})).toBeUndefined();
    expect(truth(one, {}, { health: 'healthy' }, { health: 'healthy' })).toBe(false);
    const amount = membersWho(whenIs('health', 'grave'));
    expect(amountOf(amount, reading({}, { health: 'grave' }, {}))).toBeUndefined();
  });
});

describe('what a condition asks for', () => {
  const condition = whenAny(
    whenAll(paved, whenNumber({ add: ['wage'], less: ['costs'], per: 'head' }, { atLeast: 1 })),
    whenNot(whenHas('vehicles', 'van')),
    whenNumber(shareWho(whenAll(whenIs('health', 'grave'), whenNumber(total('months'), { below: 6 }))), { above: 0 }),
  );

  it('is listed in its order, with the members where it divides by them', () => {
    expect(factsIn(condition)).toEqual([
      { fact: 'road', about: 'household' },
      { fact: 'wage', about: 'household' },
      { fact: 'costs', about: 'household' },
      { fact: 'members', about: 'household' },
      { fact: 'vehicles', about: 'household' },
      { fact: 'health', about: 'member' },
      { fact: 'months', about: 'member' },
      { fact: 'members', about: 'household' },
    ]);
    expect(testsIn(condition).map(({ test }) => test)).toEqual(['is', 'number', 'has', 'number']);
  });

  it('is told of each subject that leaves it open, and of no other', () => {
    const known = { wage: 5, vehicles: ['van'] };
    const members = [{ health: 'healthy' }, { health: 'grave' }, {}];
    expect(unknownsIn(condition, reading(known, ...members))).toEqual([
      { fact: 'road' },
      { fact: 'costs' },
      { fact: 'months', member: 'm2' },
      { fact: 'health', member: 'm3' },
      { fact: 'months', member: 'm3' },
    ]);
  });

  it('is nothing once it is decided', () => {
    expect(unknownsIn(condition, reading({ vehicles: [] }, {}))).toEqual([]);
    expect(unknownsIn(whenNot(paved), reading({}))).toEqual([{ fact: 'road' }]);
  });

  it('leaves out a part that is decided already', () => {
    const parts = whenAny(paved, whenAll(whenIs('power', 'steady'), whenIs('water', 'piped')));
    expect(unknownsIn(parts, reading({ power: 'none' }))).toEqual([{ fact: 'road' }]);
  });
});

describe(`a condition, for any household (seed ${seed})`, () => {
  const bounds = fc.oneof(
    fc.record({ atLeast: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ above: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ below: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ atMost: fc.integer({ min: 0, max: 4 }) }),
    fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 2 })).map(([atLeast, span]) => ({
      atLeast,
      below: atLeast + span,
    })),
  );
  const ofMember = fc.letrec<{ all: Condition }>((tie) => ({
    all: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(whenIs('health', 'grave'), whenIs('health', 'chronic', 'grave')),
      fc.constantFrom(whenNumber(total('months'), { atLeast: 2 })),
      tie('all').map(whenNot),
      fc.tuple(tie('all'), tie('all')).map((parts) => whenAll(...parts)),
    ),
  })).all;
  const tests = fc.oneof(
    fc.constantFrom(paved, whenIs('road', 'earth', 'gravel'), whenHas('vehicles', 'van'), whenHas('vehicles', 'car')),
    fc
      .tuple(fc.constantFrom(total('pigs'), perHead('pigs'), perHead('pigs', 'fowl')), bounds)
      .map(([of, bound]) => whenNumber(of, bound)),
    fc
      .tuple(ofMember, fc.boolean(), bounds)
      .map(([who, share, bound]) => whenNumber(share ? shareWho(who) : membersWho(who), bound)),
  );
  const conditions = fc.letrec<{ all: Condition }>((tie) => ({
    all: fc.oneof(
      { depthSize: 'small' },
      tests,
      tie('all').map(whenNot),
      fc.array(tie('all'), { minLength: 1, maxLength: 3 }).map((parts) => whenAll(...parts)),
      fc.array(tie('all'), { minLength: 1, maxLength: 3 }).map((parts) => whenAny(...parts)),
    ),
  })).all;
  const facts = fc.record({
    road: fc.constantFrom('none', 'earth', 'gravel', 'paved'),
    vehicles: fc.subarray(['van', 'car', 'boat']),
    pigs: fc.integer({ min: 0, max: 12 }),
    fowl: fc.integer({ min: 0, max: 12 }),
  });
  const members = fc.array(
    fc.record({ health: fc.constantFrom('healthy', 'chronic', 'grave'), months: fc.integer({ min: 0, max: 4 }) }),
    { minLength: 1, maxLength: 4 },
  );
  const hidden = fc.infiniteStream(fc.boolean());

  it('is never decided otherwise by learning more', () => {
    fc.assert(
      fc.property(conditions, facts, members, hidden, (condition, household, people, hide) => {
        const partly = (all: Facts): Facts => Object.fromEntries(Object.entries(all).filter(() => !hide.next().value));
        const before = truthOf(condition, reading(partly(household), ...people.map(partly)));
        const after = truthOf(condition, reading(household, ...people));
        expect(after).not.toBeUndefined();
        if (before !== undefined) expect(before).toBe(after);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('is not decided exactly as long as it names a fact that would help, and none that is known', () => {
    fc.assert(
      fc.property(conditions, facts, members, hidden, (condition, household, people, hide) => {
        const partly = (all: Facts): Facts => Object.fromEntries(Object.entries(all).filter(() => !hide.next().value));
        const known = reading(partly(household), ...people.map(partly));
        const unknowns = unknownsIn(condition, known);
        expect(unknowns.length === 0).toBe(truthOf(condition, known) !== undefined);
        for (const { fact, member } of unknowns) {
          const subject = member === undefined ? known : known.members.find((each) => each.member === member);
          expect(subject?.valueOf(fact)).toBeUndefined();
        }
      }),
      { seed, numRuns: 2000 },
    );
  });
});
