import fc from 'fast-check';
import type { Observation } from './fact';
import { luocheng2015EntryForm, luocheng2015Form } from './forms/luocheng-2015';
import { luocheng2015ToEntry } from './migrations/luocheng-2015';
import { missingFacts, scoreOf } from './score';
import { migrateSheet } from './sheet-migration';
import { anyHousehold } from './testing/any-household';
import { changed, changedForm, reason } from './testing/changed-form';
import { observedOf, plainMembers, plainObservations } from './testing/plain-household';

const seed = 20151125;

const sheetOf = (observations: Observation[]) => ({ formVersion: luocheng2015Form.version, observations });
const withValue = (fact: string, value: Observation['value']) =>
  plainObservations.map((each) => (each.fact === fact ? { ...each, value } : each));
const migrated = (observations: Observation[]) =>
  migrateSheet(changed, changedForm, sheetOf(observations), plainMembers);
const valueOf = (observations: readonly Observation[], fact: string) =>
  observations.find((each) => each.fact === fact)?.value;
const readers = ['head', 'wife', 'mother', 'daughter'].map((member) => ({ fact: 'reads', member }));

describe('a sheet on the next form', () => {
  it('of 2015, which gained the veto in mid-campaign, asks nobody anything again', () => {
    const sheet = migrateSheet(luocheng2015ToEntry, luocheng2015EntryForm, sheetOf(plainObservations), plainMembers);
    expect(sheet.formVersion).toBe('luocheng-2015-reconstruction-2');
    expect(sheet.wanted).toEqual([]);
    expect(sheet.observations).toEqual(plainObservations);
    expect(luocheng2015EntryForm.decisions).toEqual(['vetoed', 'veto-reason']);
    expect(scoreOf(luocheng2015EntryForm, plainMembers, sheet.observations)).toMatchObject({ ok: true, total: 53 });
  });

  it('of 2015 that was half filled still wants the other half', () => {
    const half = observedOf('wife', 'health', undefined);
    const sheet = migrateSheet(luocheng2015ToEntry, luocheng2015EntryForm, sheetOf(half), plainMembers);
    expect(sheet.wanted).toEqual([{ fact: 'health', member: 'wife' }]);
  });

  it('has what was kept, renamed and given another option', () => {
    const { observations } = migrated(withValue('road', 'earth'));
    expect(valueOf(observations, 'money-owed')).toBe(20_000);
    expect(valueOf(observations, 'road')).toBe('unpaved');
    expect(valueOf(observations, 'paddy')).toBe(1.2);
    expect(valueOf(observations, 'debt')).toBeUndefined();
  });

  it('counts flags that have become one flag once', () => {
    const { observations } = migrated(withValue('vehicles', ['van', 'car', 'electric-bicycle']));
    expect(valueOf(observations, 'cars')).toEqual(['fast', 'slow']);
  });

  it('asks again where an option has no counterpart, for half an answer would be wrong', () => {
    const road = withValue('road', 'gravel').map((each) =>
      each.fact === 'vehicles' ? { ...each, value: ['van', 'boat'] } : each,
    );
    const { observations, wanted, trail } = migrated(road);
    expect(valueOf(observations, 'road')).toBeUndefined();
    expect(wanted).toEqual([{ fact: 'road' }, { fact: 'cars' }, ...readers]);
    expect(trail.find(({ before }) => before.fact === 'road')).toEqual({
      before: { fact: 'road', value: 'gravel' },
      rule: 'map',
      lost: 'NO_OPTION',
    });
    expect(trail.find(({ before }) => before.fact === 'vehicles')?.lost).toBe('NO_OPTION');
  });

  it('asks again what the next form would refuse', () => {
    const { observations, wanted, trail } = migrated(
      withValue('pigs', 25).map((each) => (each.fact === 'road' ? { ...each, value: 'paved' } : each)),
    );
    expect(valueOf(observations, 'pigs')).toBeUndefined();
    expect(wanted).toEqual([{ fact: 'pigs' }, ...readers]);
    expect(trail.find(({ before }) => before.fact === 'pigs')?.lost).toBe('TOO_LARGE');
  });

  it('asks again what was answered and is lost, whether it is scored or only recorded, and of whom', () => {
    const recorded = withValue('road', 'paved').map((each) => {
      if (each.fact === 'motorcycles') return { ...each, value: 7 };
      return each.fact === 'employment' && each.member === 'mother' ? { ...each, value: 'public-pension' } : each;
    });
    const { wanted, trail } = migrated(recorded);
    expect(wanted).toEqual([...readers, { fact: 'motorcycles' }, { fact: 'employment', member: 'mother' }]);
    const lost = trail.filter((each) => each.lost !== undefined).map(({ before, lost: why }) => [before.fact, why]);
    expect(lost).toEqual([
      ['motorcycles', 'TOO_LARGE'],
      ['fowl', 'DROPPED'],
      ['employment', 'NO_OPTION'],
    ]);
  });

  it('lets a value stand in for a new fact that need not be asked, and asks one that must be of those it concerns', () => {
    const infant = { ...plainMembers[3]!, id: 'infant', birthDate: '2013-01-01' };
    const { observations, wanted } = migrateSheet(changed, changedForm, sheetOf(withValue('road', 'paved')), [
      ...plainMembers,
      infant,
    ]);
    expect(valueOf(observations, 'stove')).toBe('clay');
    expect(valueOf(observations, 'bees')).toBeUndefined();
    expect(wanted).toEqual([{ fact: 'health', member: 'infant' }, ...readers]);
  });

  it('keeps what was dropped on its trail, with the reason, and does not ask for it', () => {
    const { trail, wanted } = migrated(withValue('road', 'paved'));
    expect(trail.find(({ before }) => before.fact === 'fowl')).toEqual({
      before: { fact: 'fowl', value: 15 },
      rule: 'drop',
      lost: 'DROPPED',
      reason,
    });
    expect(wanted).toEqual(readers);
  });

  it('does not carry over what was observed of somebody who has left, nor asks for it', () => {
    const stayed = plainMembers.slice(0, 3);
    const { trail, wanted } = migrateSheet(changed, changedForm, sheetOf(withValue('road', 'paved')), stayed);
    const gone = trail.filter(({ before }) => before.member === 'daughter');
    expect(gone.map(({ lost }) => lost)).toEqual(['MEMBER_UNKNOWN', 'MEMBER_UNKNOWN']);
    expect(wanted).toEqual(readers.slice(0, 3));
  });

  it('is not made of a sheet, a form or a fact that the migration does not know', () => {
    const sheet = sheetOf(plainObservations);
    expect(() => migrateSheet(changed, changedForm, { ...sheet, formVersion: 'other' }, plainMembers)).toThrow('leads');
    expect(() => migrateSheet(changed, luocheng2015Form, sheet, plainMembers)).toThrow('leads');
    const stranger = sheetOf([{ fact: 'luck', value: 1 }]);
    expect(() => migrateSheet(changed, changedForm, stranger, plainMembers)).toThrow('no rule for luck');
  });
});

describe(`a sheet on the next form, for any household (seed ${seed})`, () => {
  const households = anyHousehold(luocheng2015Form.facts);
  const hidden = fc.infiniteStream(fc.boolean());

  it('of 2015 keeps its score and asks nothing', () => {
    fc.assert(
      fc.property(households, ({ members, observations }) => {
        const sheet = migrateSheet(luocheng2015ToEntry, luocheng2015EntryForm, sheetOf(observations), members);
        expect(sheet.wanted).toEqual([]);
        const score = scoreOf(luocheng2015Form, members, observations);
        expect(scoreOf(luocheng2015EntryForm, members, sheet.observations)).toEqual(score);
      }),
      { seed },
    );
  });

  it('never loses an observation: each is carried over or kept with the reason why not', () => {
    fc.assert(
      fc.property(households, hidden, ({ members, observations }, hide) => {
        const known = observations.filter(() => hide.next().value);
        const { trail, observations: after } = migrateSheet(changed, changedForm, sheetOf(known), members);
        expect(trail.map(({ before }) => before)).toEqual(known);
        for (const { after: carried, lost } of trail) {
          expect(carried === undefined).toBe(lost !== undefined);
          if (carried) expect(after).toContainEqual(carried);
        }
      }),
      { seed },
    );
  });

  it('asks exactly what is missing: when it is answered the sheet can be scored, and nothing known is asked', () => {
    fc.assert(
      fc.property(households, hidden, anyHousehold(changedForm.facts), ({ members, observations }, hide, other) => {
        const known = observations.filter(() => hide.next().value);
        const { observations: after, wanted } = migrateSheet(changed, changedForm, sheetOf(known), members);
        for (const { fact, member } of wanted)
          expect(after.some((each) => each.fact === fact && each.member === member)).toBe(false);
        expect(new Set(wanted.map((each) => JSON.stringify(each))).size).toBe(wanted.length);
        expect(wanted).toEqual(expect.arrayContaining(missingFacts(changedForm, members, after)));
        const answered = wanted.map(({ fact, member }) => ({
          fact,
          ...(member !== undefined && { member }),
          value: other.observations.find((each) => each.fact === fact)?.value ?? 'no',
        }));
        expect(scoreOf(changedForm, members, [...after, ...answered])).toMatchObject({ ok: true });
      }),
      { seed },
    );
  });
});
