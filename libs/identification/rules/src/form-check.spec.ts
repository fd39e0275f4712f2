import fc from 'fast-check';
import type { Condition } from './condition';
import {
  membersWho,
  perHead,
  shareWho,
  total,
  whenAll,
  whenAny,
  whenHas,
  whenIs,
  whenNot,
  whenNumber,
} from './condition-words';
import type { FactDefinition } from './fact';
import type { Form, FormItem, Otherwise } from './form';
import { checkForm } from './form-check';
import { luocheng2015EntryForm, luocheng2015Form } from './forms/luocheng-2015';

const seed = 20151125;

const otherwise: Otherwise = { test: 'otherwise' };
const start = { sensitive: 'none', about: 'household' } as const;
const word = (key: string) => ({ zh: key, en: key });
const facts: FactDefinition[] = [
  { ...start, key: 'pigs', name: word('pigs'), kind: 'number', whole: true, minimum: 0, maximum: 50 },
  { ...start, key: 'paddy', name: word('paddy'), kind: 'number', minimum: 0, maximum: 50 },
  {
    ...start,
    key: 'road',
    name: word('road'),
    kind: 'choice',
    options: ['none', 'earth', 'paved'].map((key) => ({ key, name: word(key) })),
  },
  {
    ...start,
    key: 'machines',
    name: word('machines'),
    kind: 'flags',
    options: ['tractor', 'tiller'].map((key) => ({ key, name: word(key) })),
  },
  {
    ...start,
    key: 'health',
    name: word('health'),
    about: 'member',
    kind: 'choice',
    options: ['healthy', 'grave'].map((key) => ({ key, name: word(key) })),
    sensitive: 'health',
  },
  {
    ...start,
    key: 'months',
    name: word('months'),
    about: 'member',
    kind: 'number',
    whole: true,
    minimum: 0,
    maximum: 12,
  },
];

function itemOf(choice: 'one' | 'sum', whens: (Condition | Otherwise)[], more: Partial<FormItem> = {}): FormItem {
  const levels = whens.map((when, place) => ({ key: `L${place}`, text: word(`level ${place}`), points: place, when }));
  const sum = levels.reduce((points, level) => points + level.points, 0);
  const maximum = choice === 'one' ? levels.length - 1 : sum;
  return { key: 'item', name: word('item'), choice, maximum, sensitive: true, levels, ...more };
}

const formOf = (...items: FormItem[]): Form => ({ version: 'v', standardDate: '2015-10-16', facts, items });
const problemsOf = (item: FormItem) => checkForm(formOf(item)).map(({ path, problem }) => `${path} ${problem}`);
const oneOf = (...whens: (Condition | Otherwise)[]) => problemsOf(itemOf('one', whens));

describe('the check of a form', () => {
  it('finds nothing wrong with either form of 2015', () => {
    expect(checkForm(luocheng2015Form)).toEqual([]);
    expect(checkForm(luocheng2015EntryForm)).toEqual([]);
  });

  it('refuses a form without version, date or items', () => {
    expect(checkForm({ version: '', standardDate: '2015-02-30', facts: [], items: [] })).toEqual([
      { path: 'form.version', problem: 'is empty' },
      { path: 'form.standardDate', problem: 'is not a date' },
      { path: 'form.items', problem: 'names no item' },
    ]);
  });

  it('refuses an item shown to neighbours although a fact of it may not be', () => {
    const item = itemOf('one', [whenNumber(membersWho(whenIs('health', 'grave')), { atLeast: 1 }), otherwise]);
    expect(problemsOf({ ...item, sensitive: false })).toEqual([
      'form.items[0].sensitive must be true: a fact of the item is',
    ]);
    expect(problemsOf({ ...itemOf('one', [whenIs('road', 'none'), otherwise]), sensitive: false })).toEqual([]);
  });

  it('refuses items, levels and options of one key, and points that are not whole', () => {
    const item = itemOf('one', [whenIs('road', 'none'), otherwise]);
    expect(checkForm(formOf(item, item)).map(({ path }) => path)).toEqual(['form.items[1].key']);
    const doubled = { ...item, levels: item.levels.map((level) => ({ ...level, key: 'L0' })) };
    expect(problemsOf(doubled)).toEqual(['form.items[0].levels[1].key L0 stands twice']);
    const halved = {
      ...item,
      maximum: 0.5,
      levels: item.levels.map((level) => ({ ...level, points: level.points / 2 })),
    };
    expect(problemsOf(halved)).toEqual(['form.items[0].levels must give whole points from 0']);
    expect(problemsOf({ ...item, key: '' })).toEqual(['form.items[0].key is empty']);
    expect(problemsOf({ ...item, levels: [], maximum: 0 })).toEqual([
      'form.items[0].levels names no level',
      expect.stringContaining('gap'),
    ]);
  });

  it('refuses to show as a decision what is asked or known already', () => {
    const item = itemOf('one', [whenIs('road', 'none'), otherwise]);
    const form = { ...formOf(item), decisions: ['vetoed', 'road', 'age'] };
    expect(checkForm(form).map(({ problem }) => problem)).toEqual([
      'road is a fact that is asked or known already',
      'age is a fact that is asked or known already',
    ]);
  });
});

describe('the check of facts', () => {
  const item = itemOf('one', [whenIs('road', 'none'), otherwise]);
  const withFact = (fact: Partial<FactDefinition>) =>
    checkForm({ ...formOf(item), facts: [...facts, { ...facts[0]!, key: 'new', name: word('new'), ...fact }] }).map(
      ({ path, problem }) => `${path} ${problem}`,
    );

  it('refuses a second definition of one fact, and one that the register answers', () => {
    expect(withFact({ means: 'pigs' })).toEqual(['form.facts pigs and new are one fact: same meaning']);
    expect(withFact({ key: 'age', about: 'member' })).toEqual(['form.facts age and age are one fact: same key']);
    expect(withFact({ card: 'A5' })).toEqual(['form.facts new and sex are one fact: same card field']);
  });

  it('refuses numbers without a range, choices without options, options of numbers', () => {
    expect(withFact({ maximum: undefined })).toEqual(['form.facts[6] is a number without a least or a greatest value']);
    expect(withFact({ minimum: undefined })).toHaveLength(1);
    expect(withFact({ minimum: 60 })).toEqual(['form.facts[6] has no value in its range']);
    expect(withFact({ kind: 'choice' })).toEqual(['form.facts[6].options names no option']);
    expect(withFact({ kind: 'flags', options: [] })).toEqual(['form.facts[6].options names no option']);
    expect(withFact({ options: [] })).toEqual(['form.facts[6].options are not for the kind number']);
    expect(withFact({ kind: 'choice', options: [0, 1].map(() => ({ key: 'a', name: word('a') })) })).toEqual([
      'form.facts[6].options[1].key a stands twice',
    ]);
    expect(withFact({ key: '' })).toEqual(['form.facts[6].key is empty']);
  });

  it('refuses to spare a household a question by its age, and an answer that is not an option', () => {
    expect(withFact({ unasked: { belowAge: 3, value: 0 } })).toEqual([
      'form.facts[6].unasked goes by an age that only members have',
    ]);
    const options = [{ key: 'a', name: word('a') }];
    const choice = { kind: 'choice', about: 'member', options } as const;
    expect(withFact({ ...choice, unasked: { belowAge: 3, value: 'a' } })).toEqual([]);
    expect(withFact({ ...choice, unasked: { belowAge: 3, value: 'b' } })).toEqual([
      'form.facts[6].unasked has a value that is not an option',
    ]);
  });
});

describe('the check of conditions', () => {
  const broken = (condition: Condition) => oneOf(condition, otherwise);
  const at = 'form.items[0].levels[0].when';

  it.each<[string, Condition, string]>([
    ['a fact that does not exist', whenIs('luck', 'good'), `${at}.fact luck is not a fact`],
    ['an option that does not exist', whenIs('road', 'gold'), `${at}.options gold is not an option of road`],
    ['no option', whenIs('road'), `${at}.options names no option`],
    ['a flag that does not exist', whenHas('machines', 'plough'), `${at}.option plough is not an option of machines`],
    [
      'a choice among flags',
      whenIs('machines', 'tiller'),
      `${at}.fact machines is of the kind flags, here choice is wanted`,
    ],
    [
      'a number of a choice',
      whenNumber(total('road'), { atLeast: 1 }),
      `${at}.of.add road is of the kind choice, here number is wanted`,
    ],
    ['an amount of nothing', whenNumber(total(), { atLeast: 1 }), `${at}.of.add names no fact`],
    [
      'a fact taken away that does not exist',
      whenNumber({ add: ['pigs'], less: ['luck'] }, { atLeast: 1 }),
      `${at}.of.less luck is not a fact`,
    ],
    [
      'a member where a household is wanted',
      whenIs('health', 'grave'),
      `${at}.fact health is a fact of a member, here one of a household is wanted`,
    ],
    [
      'a household where a member is wanted',
      whenNumber(membersWho(whenIs('road', 'none')), { atLeast: 1 }),
      `${at}.of.count.fact road is a fact of a household, here one of a member is wanted`,
    ],
    [
      'members of a member',
      whenNumber(membersWho(whenNumber(membersWho(whenIs('health', 'grave')), { atLeast: 1 })), { atLeast: 1 }),
      `${at}.of.count.of.count counts the members of a member`,
    ],
    [
      'a share of a member',
      whenNumber(membersWho(whenNumber(perHead('months'), { atLeast: 1 })), { atLeast: 1 }),
      `${at}.of.count.of.per is divided by the members of a member`,
    ],
    ['no bound', whenNumber(total('pigs'), {}), `${at} compares with nothing`],
    ['two lower bounds', whenNumber(total('pigs'), { atLeast: 1, above: 1 }), `${at} has two lower bounds`],
    ['two upper bounds', whenNumber(total('pigs'), { below: 1, atMost: 1 }), `${at} has two upper bounds`],
    [
      'bounds the wrong way round',
      whenNumber(total('pigs'), { atLeast: 3, below: 3 }),
      `${at} leaves nothing between its bounds`,
    ],
    [
      'a bound too fine',
      whenNumber(total('paddy'), { atLeast: 0.0005 }),
      `${at} has a bound of more than three decimals`,
    ],
    ['all of nothing', whenAll(), `${at}.of names no condition`],
    ['any of nothing', whenAny(), `${at}.of names no condition`],
    ['a fault within all', whenAll(whenIs('road', 'none'), whenIs('luck', 'x')), `${at}.of[1].fact luck is not a fact`],
    ['a fault within not', whenNot(whenIs('luck', 'x')), `${at}.of.fact luck is not a fact`],
  ])('refuses %s', (_, condition, problem) => {
    expect(broken(condition)).toEqual([problem]);
  });

  it('knows what the register knows', () => {
    expect(oneOf(whenNumber(total('members'), { atLeast: 5 }), otherwise)).toEqual([]);
    expect(oneOf(whenNumber(membersWho(whenNumber(total('age'), { atLeast: 60 })), { atLeast: 1 }), otherwise)).toEqual(
      [],
    );
  });
});

describe('the levels of an item of which one is taken', () => {
  const below = (cut: number) => whenNumber(perHead('paddy'), { below: cut });
  const from = (atLeast: number, cut?: number) =>
    whenNumber(perHead('paddy'), { atLeast, ...(cut !== undefined && { below: cut }) });

  it('cover every amount, touching but not overlapping', () => {
    expect(oneOf(below(1), from(1, 2), from(2))).toEqual([]);
    expect(oneOf(below(1), from(1.5, 2), from(2))).toEqual([
      'form.items[0].levels leave a gap: no level holds for paddy per head 1',
    ]);
    expect(oneOf(below(1), whenNumber(perHead('paddy'), { above: 1 }))).toEqual([
      'form.items[0].levels leave a gap: no level holds for paddy per head 1',
    ]);
    expect(oneOf(below(1.5), from(1, 2), from(2))).toEqual([
      'form.items[0].levels overlap: two levels hold for paddy per head 1',
    ]);
    expect(oneOf(whenNumber(perHead('paddy'), { atMost: 1 }), from(1))).toEqual([
      'form.items[0].levels overlap: two levels hold for paddy per head 1',
    ]);
    expect(oneOf(below(1), from(1, 2))).toEqual([
      'form.items[0].levels leave a gap: no level holds for paddy per head 2',
    ]);
  });

  it('may leave the rest to the level for all other cases', () => {
    expect(oneOf(below(1), otherwise)).toEqual([]);
    expect(oneOf(below(1), from(1), otherwise)).toEqual([
      'form.items[0].levels[2].when can be reached by no household',
    ]);
    expect(oneOf(below(1), otherwise, otherwise)).toEqual(['form.items[0].levels has two levels for all other cases']);
  });

  it('know that heads of cattle have no fractions and nobody has more than the most', () => {
    const pigs = (bounds: Parameters<typeof whenNumber>[1]) => whenNumber(total('pigs'), bounds);
    expect(oneOf(pigs({ atMost: 2 }), pigs({ atLeast: 3 }))).toEqual([]);
    expect(oneOf(pigs({ below: 3 }), pigs({ above: 2.5 }))).toEqual([]);
    expect(oneOf(pigs({ atMost: 2 }), pigs({ atLeast: 3, below: 51 }), pigs({ atLeast: 51 }))).toEqual([
      'form.items[0].levels[2].when can be reached by no household',
    ]);
    expect(oneOf(pigs({ atMost: 2 }), pigs({ above: 2, below: 3 }), pigs({ atLeast: 3 }))).toEqual([
      'form.items[0].levels[1].when can be reached by no household',
    ]);
  });

  it('cover every option', () => {
    expect(oneOf(whenIs('road', 'none'), whenIs('road', 'earth'), whenIs('road', 'paved'))).toEqual([]);
    expect(oneOf(whenIs('road', 'none'), whenIs('road', 'paved'))).toEqual([
      'form.items[0].levels leave a gap: no level holds for road earth',
    ]);
  });

  it('cover every combination when they speak of several facts', () => {
    const poor = whenAll(whenIs('road', 'none'), whenNumber(total('pigs'), { atMost: 0 }));
    expect(oneOf(poor, whenIs('road', 'earth', 'paved'))).toEqual([
      'form.items[0].levels leave a gap: no level holds for road none, pigs 1',
    ]);
    expect(oneOf(poor, whenNot(poor))).toEqual([]);
  });

  it('may overlap when they speak of several facts, for their order decides', () => {
    expect(oneOf(whenIs('road', 'none'), whenNumber(total('pigs'), { atLeast: 1 }), otherwise)).toEqual([]);
  });

  it('are each reached, in the order in which they are taken', () => {
    const one = whenNumber(total('pigs'), { atLeast: 1 });
    const three = whenNumber(total('pigs'), { atLeast: 3 });
    const ladder = [otherwise, one, whenAny(three, whenIs('road', 'paved'))];
    expect(problemsOf(itemOf('one', ladder, { take: 'last' }))).toEqual([]);
    expect(problemsOf(itemOf('one', ladder))).toEqual([]);
    expect(oneOf(one, whenAll(three, whenIs('road', 'paved')), otherwise)).toEqual([
      'form.items[0].levels[1].when can be reached by no household',
    ]);
  });

  it('cover every share of the members', () => {
    const share = shareWho(whenIs('health', 'grave'));
    const low = whenNumber(share, { below: 0.5 });
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5 }))).toEqual([]);
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5, atMost: 1 }))).toEqual([]);
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5, below: 1 }))).toEqual([
      expect.stringMatching(/gap.* per head 1$/),
    ]);
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5, atMost: 1 }), whenNumber(share, { above: 1 }))).toEqual([
      'form.items[0].levels[2].when can be reached by no household',
    ]);
  });

  it('count nobody for what can hold for nobody', () => {
    const never = whenAll(whenIs('health', 'grave'), whenIs('health', 'healthy'));
    expect(oneOf(whenNumber(membersWho(never), { atLeast: 1 }), otherwise)).toEqual([
      'form.items[0].levels counts members for whom something holds that can hold for nobody',
    ]);
  });

  it('are not believed when there are too many combinations to go through', () => {
    const every = whenAll(
      ...Array.from({ length: 12 }, (_, place) =>
        whenNumber(total('pigs', ...Array<string>(place).fill('paddy')), { atLeast: 1 }),
      ),
    );
    expect(oneOf(every, otherwise)).toEqual(['form.items[0].levels tell too many cases apart to be proved complete']);
  });
});

describe('the levels of an item that adds up', () => {
  it('can each hold, and none is for all other cases', () => {
    expect(problemsOf(itemOf('sum', [whenHas('machines', 'tractor'), whenHas('machines', 'tiller')]))).toEqual([]);
    const never = whenAll(whenIs('road', 'none'), whenIs('road', 'paved'));
    expect(problemsOf(itemOf('sum', [whenHas('machines', 'tractor'), never]))).toEqual([
      'form.items[0].levels[1].when can hold for no household',
    ]);
    expect(problemsOf(itemOf('sum', [whenHas('machines', 'tractor'), otherwise]))).toEqual([
      'form.items[0].levels has a level for all other cases in an item that adds up',
    ]);
  });
});

describe(`levels cut at any numbers (seed ${seed})`, () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { minLength: 1, maxLength: 5 }).map((all) => {
    return [...all].sort((one, other) => one - other);
  });
  const levelsAt = (edges: number[]) =>
    [undefined, ...edges].map((atLeast, place) => {
      const below = edges[place];
      return whenNumber(total('paddy'), {
        ...(atLeast !== undefined && { atLeast }),
        ...(below !== undefined && { below }),
      });
    });

  it('are proved to cover everything once, and found out when one cut is moved', () => {
    fc.assert(
      fc.property(cuts, fc.nat(), fc.constantFrom(-0.5, 0.5), (edges, pick, shift) => {
        const levels = levelsAt(edges);
        expect(oneOf(...levels)).toEqual([]);
        const place = pick % edges.length;
        const moved = levels.map((level, at) =>
          at === place && level.test === 'number' ? { ...level, below: edges[place]! + shift } : level,
        );
        expect(oneOf(...moved)).toEqual([expect.stringContaining(shift < 0 ? 'gap' : 'overlap')]);
      }),
      { seed },
    );
  });
});
