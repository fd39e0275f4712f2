import type { Condition } from './condition';
import { membersWho, perHead, total, whenAll, whenAny, whenHas, whenIs, whenNot, whenNumber } from './condition-words';
import { oneOf, otherwise } from './testing/small-form';

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
