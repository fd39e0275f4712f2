import { luocheng2015, luocheng2015Form as form, type RegisteredMember } from '@jingzhun/identification-rules';
import fc from 'fast-check';
import { observationsOf } from '../observation/observation.rules';
import { plainFacts, plainTotal } from '../testing/steps';
import { assertReason, assertSheetOpen, assertSigned, assertUnknown, fillSheet, itemsOf } from './score-sheet.rules';

const seed = 20151125;
const members: RegisteredMember[] = ['head', 'wife'].map((id) => {
  return { id, relation: id === 'head' ? '01' : '02', sex: 'male', birthDate: '1970-01-01', ethnicity: 'Han' };
});
const plain = observationsOf(plainFacts(['head', 'wife']));
const changed = (fact: string, value: number) => plain.map((each) => (each.fact === fact ? { ...each, value } : each));

describe('a sheet', () => {
  it('has its levels, points and total from facts, and keeps each fact once', () => {
    const sheet = fillSheet(form, members, plain);
    expect(sheet.total).toBe(plainTotal);
    expect(sheet.points.reduce((sum, { points }) => sum + points, 0)).toBe(sheet.total);
    const places = sheet.facts.map(({ fact, member = '' }) => `${fact} ${member}`);
    expect(new Set(places).size).toBe(places.length);
    expect(itemsOf(form, sheet).map(({ item, points }) => ({ item, points }))).toEqual(sheet.points);
  });

  it('is not filled while a fact is wanted', () => {
    expect(() =>
      fillSheet(
        form,
        members,
        plain.filter(({ fact }) => fact !== 'debt'),
      ),
    ).toThrow('1 facts');
  });

  it(`can be computed again from the facts it keeps, whatever they are (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.record({ debt: fc.nat(100_000), pigs: fc.nat(40), paddy: fc.nat(30), 'floor-area': fc.nat(300) }),
        (values) => {
          const observations = plain.map((each) => {
            const value = (values as Record<string, number>)[each.fact];
            return value === undefined ? each : { ...each, value };
          });
          const sheet = fillSheet(form, members, observations);
          expect(fillSheet(form, members, sheet.facts)).toEqual(sheet);
        },
      ),
      { seed },
    );
  });

  it('differs by what was found otherwise and by nothing else', () => {
    const [before, after] = [plain, changed('floor-area', 200)].map((facts) => fillSheet(form, members, facts).points);
    const different = after!.filter(({ item, points }) =>
      before!.some((each) => each.item === item && each.points !== points),
    );
    expect(different.map(({ item }) => item)).toEqual(['floor-area']);
  });
});

describe('who may alter a sheet', () => {
  it('is the team, as long as no meeting has spoken on it', () => {
    const at =
      (stage: string, hasSheet = true) =>
      () =>
        assertSheetOpen(luocheng2015, { stage, hasSheet });
    expect(at('group-review')).not.toThrow();
    expect(at('publicity')).toThrow('The meeting has spoken');
    expect(at('done')).toThrow('The meeting has spoken');
    expect(at('scoring', false)).toThrow('not scored yet');
  });

  it('says why', () => {
    expect(() => assertReason('Counted wrongly.')).not.toThrow();
    for (const reason of [null, undefined, ' ']) expect(() => assertReason(reason)).toThrow('No reason');
  });
});

describe('signatures', () => {
  it('are those of the head and of the assessors, where the profile wants them', () => {
    const signed = { signedSheets: true };
    expect(() => assertSigned({}, {})).not.toThrow();
    expect(() => assertSigned(signed, {})).toThrow('The head');
    expect(() => assertSigned(signed, { headSignatureId: 'one' })).toThrow('No assessor');
    expect(() => assertSigned(signed, { headSignatureId: 'one', assessorSignatureIds: ['two'] })).not.toThrow();
  });
});

describe('a fact that is known', () => {
  it('is not asked again', () => {
    expect(() => assertUnknown(plain, [{ fact: 'debt', value: 3 }])).toThrow('1 facts');
    expect(() => assertUnknown(plain, [])).not.toThrow();
  });
});
