import fc from 'fast-check';
import type { Form } from './form';
import { luocheng2015Form } from './forms/luocheng-2015';
import { scoreOfAnswers, type Answer } from './answer-score';

const seed = 20151125;
const form: Form = luocheng2015Form;

/** The lowest level everywhere, nothing of what is summed. */
const poorest: Answer[] = form.items.map((item) => ({ item: item.key, levels: item.choice === 'one' ? ['A'] : [] }));
const answering = (item: string, ...levels: string[]) =>
  poorest.map((answer) => (answer.item === item ? { item, levels } : answer));

describe('the score of ticked levels', () => {
  it('is 0 for a household that has nothing', () => {
    expect(scoreOfAnswers(form, poorest)).toMatchObject({ ok: true, total: 0 });
  });

  it('is 100 for a household that has everything', () => {
    const richest = form.items.map((item) => ({
      item: item.key,
      levels: item.choice === 'sum' ? item.levels.map((level) => level.key) : [item.levels.at(-1)?.key ?? ''],
    }));
    expect(scoreOfAnswers(form, richest)).toMatchObject({ ok: true, total: 100 });
  });

  it('rises by one point for one more washing machine', () => {
    expect(scoreOfAnswers(form, answering('appliances', 'A'))).toMatchObject({ total: 1 });
    expect(scoreOfAnswers(form, answering('appliances', 'A', 'C'))).toMatchObject({ total: 2 });
  });

  it('stops at the cap of farm machines however many there are', () => {
    expect(scoreOfAnswers(form, answering('farm-machines', 'A', 'B', 'C', 'D', 'E'))).toMatchObject({ total: 5 });
  });

  it('says which item was left out', () => {
    const result = scoreOfAnswers(form, poorest.slice(1));
    expect(result).toEqual({ ok: false, problems: [{ item: 'housing', problem: 'is not answered' }] });
  });

  it('refuses two levels where one must be chosen', () => {
    const result = scoreOfAnswers(form, answering('water', 'A', 'B'));
    expect(result).toEqual({ ok: false, problems: [{ item: 'water', problem: 'takes exactly one level' }] });
  });

  it('refuses the same appliance counted twice', () => {
    const result = scoreOfAnswers(form, answering('appliances', 'A', 'A'));
    expect(result).toEqual({ ok: false, problems: [{ item: 'appliances', problem: 'names a level twice' }] });
  });

  it('refuses an item answered twice, a level and an item that the form does not have, all at once', () => {
    const result = scoreOfAnswers(form, [
      ...answering('road', 'Z'),
      { item: 'water', levels: ['B'] },
      { item: 'luck', levels: [] },
    ]);
    expect(result).toEqual({
      ok: false,
      problems: [
        { item: 'luck', problem: `is not an item of form ${form.version}` },
        { item: 'water', problem: 'is answered more than once' },
        { item: 'road', problem: 'has no level Z' },
      ],
    });
  });
});

describe(`the score of ticked levels, for any sheet (seed ${seed})`, () => {
  const sheets = fc.tuple(
    ...form.items.map((item) => {
      const keys = item.levels.map((level) => level.key);
      const one = fc.constantFrom(...keys).map((key) => [key]);
      return (item.choice === 'one' ? one : fc.subarray(keys)).map((levels) => ({ item: item.key, levels }));
    }),
  );

  it('lies between 0 and 100 and is the sum of its items, none above its maximum', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const score = scoreOfAnswers(form, sheet);
        if (!score.ok) throw new Error(JSON.stringify(score.problems));
        expect(score.total).toBe(score.points.reduce((sum, each) => sum + each.points, 0));
        expect(score.total).toBeLessThanOrEqual(100);
        for (const [place, item] of form.items.entries()) {
          expect(score.points[place]?.points).toBeLessThanOrEqual(item.maximum);
        }
      }),
      { seed },
    );
  });

  it('does not depend on the order in which the items were answered', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        expect(scoreOfAnswers(form, [...sheet].reverse())).toEqual(scoreOfAnswers(form, sheet));
      }),
      { seed },
    );
  });
});
