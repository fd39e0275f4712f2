import fc from 'fast-check';
import { explain, sensitivitiesOf } from './explain';
import type { FactValue, Observation } from './fact';
import { luocheng2015Form } from './forms/luocheng-2015';
import { scoreOf } from './score';
import { anyHousehold } from './testing/any-household';
import { observedOf, observedWith, plainMembers, plainObservations } from './testing/plain-household';

const seed = 20151125;
const form = luocheng2015Form;

function explained(observations: readonly Observation[]) {
  const score = scoreOf(form, plainMembers, observations);
  if (!score.ok) throw new Error(JSON.stringify(score.problems));
  return explain(form, score.items);
}

const why = (item: string, observations: readonly Observation[] = plainObservations) =>
  explained(observations).find((each) => each.item === item);
const seen = (item: string, changes: Record<string, FactValue>) => why(item, observedWith(changes))?.observed;

describe('一户一评', () => {
  it('says of each item what was seen, what the form says and what it is worth', () => {
    expect(why('floor-area')).toEqual({
      item: 'floor-area',
      name: { zh: '人均住房面积', en: 'Floor area per head' },
      observed: {
        zh: '住房面积61㎡，家庭人口4人，人均15.25㎡',
        en: 'floor area 61 m²; members 4; 15.25 m² per head',
      },
      rule: { zh: '13–<20㎡', en: '13 to below 20 m²' },
      points: 2,
      maximum: 8,
      sentence: {
        zh: '人均住房面积：住房面积61㎡，家庭人口4人，人均15.25㎡。按“13–<20㎡”记2分（满分8分）。',
        en: 'Floor area per head: floor area 61 m²; members 4; 15.25 m² per head. By the rule “13 to below 20 m²” 2 of 8 points.',
      },
      publishable: true,
    });
  });

  it('names the options that were chosen, and says so when none was', () => {
    expect(why('appliances')?.observed).toEqual({
      zh: '家电：电视机、洗衣机',
      en: 'appliances: television and washing machine',
    });
    expect(why('appliances')?.rule).toEqual({ zh: '电视机、洗衣机', en: 'television, washing machine' });
    expect(seen('appliances', { appliances: [] })).toEqual({ zh: '家电：无', en: 'appliances: none' });
    expect(why('appliances', observedWith({ appliances: [] }))?.rule).toEqual({ zh: '无一适用', en: 'none applies' });
  });

  it('adds up what is divided together', () => {
    expect(why('forest')?.observed.en).toBe(
      'forest 4 mu; orchard 0 mu; cash crops 3.5 mu; members 4; 1.87 mu per head',
    );
  });

  it('never rounds up over a cut: 1.999 mu of paddy for four are not half a mu a head', () => {
    expect(seen('paddy', { paddy: 1.999 })?.en).toBe('paddy 1.999 mu; members 4; 0.49 mu per head');
    expect(why('paddy', observedWith({ paddy: 1.999 }))?.points).toBe(1);
  });

  it('counts members and names none, the greatest number first', () => {
    expect(why('health')?.observed).toEqual({
      zh: '健康状况：健康3人、长期慢性病1人',
      en: 'health: 3 healthy, 1 chronically ill',
    });
    expect(why('off-farm-work')?.observed.zh).toBe('就业：零工或季节工1人、无3人，外出务工月数7、0、0、0个月');
    expect(why('off-farm-work', observedOf('wife', 'months-away', 9))?.observed.en).toContain('9, 7, 0, 0 months');
  });

  it('says which share of the household can work', () => {
    expect(why('labour-share')?.observed).toEqual({
      zh: '劳动能力：普通劳动力2人、丧失劳动力1人、无劳动力1人，家庭人口4人，其中2人占50%',
      en: 'labour: 2 ordinary labour, 1 labour lost, 1 no labour; members 4; 2 of them (50 %)',
    });
  });

  it('leaves out what was not asked because it could not change anything', () => {
    const dangerous = observedWith({ 'house-grade': 'D' }).filter(({ fact }) => fact !== 'storeys');
    expect(why('housing', dangerous)?.observed.en).toBe(
      'house structure: brick-concrete; house safety grade: grade D, unsafe; house finish: unfinished',
    );
  });

  it('keeps health and schooling from neighbours', () => {
    const kept = explained(plainObservations).filter(({ publishable }) => !publishable);
    expect(kept.map(({ item }) => item)).toEqual(['health', 'schooling']);
    const classes = form.items
      .map((item) => [item.key, ...sensitivitiesOf(form, item)])
      .filter(({ length }) => length > 1);
    expect(classes).toEqual([
      ['health', 'health'],
      ['schooling', 'schooling'],
    ]);
  });

  it('keeps an item from neighbours when the form says so, or when a fact of it demands it', () => {
    const score = scoreOf(form, plainMembers, plainObservations);
    if (!score.ok) throw new Error('not scored');
    const publishable = (change: typeof form) =>
      explain(change, score.items)
        .filter((each) => each.publishable)
        .map(({ item }) => item);
    const debtKept = {
      ...form,
      items: form.items.map((item) => (item.key === 'debt' ? { ...item, sensitive: true } : item)),
    };
    expect(publishable(debtKept)).not.toContain('debt');
    const careless = { ...form, items: form.items.map((item) => ({ ...item, sensitive: false })) };
    expect(publishable(careless)).not.toContain('health');
    expect(publishable(careless)).toContain('debt');
  });

  it('gives a number without a unit as it is, and an option that the form has no longer by its key', () => {
    const score = scoreOf(form, plainMembers, plainObservations);
    if (!score.ok) throw new Error('not scored');
    const unitless = { ...form, facts: form.facts.map((fact) => ({ ...fact, unit: undefined })) };
    const area = explain(unitless, score.items).find(({ item }) => item === 'floor-area');
    expect(area?.observed).toEqual({
      zh: '住房面积61，家庭人口4人，人均15.25',
      en: 'floor area 61; members 4; 15.25 per head',
    });
    const [housing] = score.items;
    const old = [{ ...housing!, facts: [{ fact: 'house-structure', value: 'cave' }] }];
    expect(explain(form, old)[0]?.observed).toEqual({ zh: '房屋结构：cave', en: 'house structure: cave' });
  });

  it('explains no item that was not scored, though the form has it', () => {
    expect(explain(form, [])).toEqual([]);
  });

  it('explains only the items that were scored, and no fact that the form does not have', () => {
    const score = scoreOf(form, plainMembers, plainObservations);
    if (!score.ok) throw new Error('not scored');
    expect(explain(form, score.items.slice(0, 2)).map(({ item }) => item)).toEqual(['housing', 'floor-area']);
    const strange = [{ ...score.items[0]!, facts: [{ fact: 'luck', value: 1 }] }];
    expect(() => explain(form, strange)).toThrow('has no fact luck');
  });
});

describe(`一户一评, of any household (seed ${seed})`, () => {
  it('adds up to the total and tells of every item in both languages without a member or a value gone astray', () => {
    fc.assert(
      fc.property(anyHousehold(form.facts), ({ members, observations }) => {
        const score = scoreOf(form, members, observations);
        if (!score.ok) throw new Error(JSON.stringify(score.problems));
        const explanations = explain(form, score.items);
        expect(explanations.map(({ item }) => item)).toEqual(form.items.map(({ key }) => key));
        expect(explanations.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
        for (const { sentence, observed, points } of explanations) {
          expect(sentence.zh).toContain(`记${points}分`);
          expect(sentence.en).toContain(` ${points} of `);
          expect(`${observed.zh}${observed.en}`).not.toMatch(/undefined|NaN|\bm\d\b|\[object/);
        }
      }),
      { seed },
    );
  });
});
