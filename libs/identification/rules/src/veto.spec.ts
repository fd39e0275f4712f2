import fc from 'fast-check';
import type { Observation } from './fact';
import { luocheng2015Form } from './forms/luocheng-2015';
import { anyHousehold } from './testing/any-household';
import { observedOf, observedWith, plainMembers, plainObservations } from './testing/plain-household';
import {
  assetJudgement,
  hasOpenVeto,
  isVetoed,
  liftReasons,
  liftVerification,
  proposeVeto,
  suggestedVetoes,
  takeVetoStep,
  vetoState,
  type Veto,
  type VetoStep,
} from './veto';
import { checkVetoes } from './veto-check';
import { luocheng2015Vetoes } from './vetoes/luocheng-2015';

const seed = 20151125;
const rules = luocheng2015Vetoes;

const suggested = (observations: readonly Observation[]) =>
  suggestedVetoes(rules, luocheng2015Form, plainMembers, observations).map(({ rule }) => rule);

const proposal: Omit<Veto, 'steps'> = {
  id: 'veto-1',
  rule: 'V4',
  reason: 'a van bought new',
  evidence: ['file-1'],
  proposedBy: 'worker-1',
  proposedAt: '2015-11-01T08:00:00Z',
};
const at = '2015-11-10T08:00:00Z';
const grounds = { reason: 'gone', evidence: ['file-2'] };
const noteByGroup: VetoStep = { step: 'note-by-group', sittingId: 's1', at };
const noteByVillage: VetoStep = { step: 'note-by-village', sittingId: 's2', at };
const stand: VetoStep = { step: 'stand', by: 'officer-1', at };
const verify = (by = 'officer-1'): VetoStep => ({ step: 'verify-lift', by, at, ...grounds });
const lift = (by = 'auditor-1'): VetoStep => ({ step: 'lift', by, at, ...grounds });
const refuse = (by = 'auditor-1'): VetoStep => ({ step: 'refuse-lift', by, at, reason: 'the van is still there' });

function vetoAfter(...steps: VetoStep[]): Veto {
  return steps.reduce<Veto>(
    (veto, step) => {
      const outcome = takeVetoStep(veto, step);
      if (!outcome.ok) throw new Error(`${step.step}: ${outcome.code}`);
      return outcome.veto;
    },
    { ...proposal, steps: [] },
  );
}
/** The code of a refusal, which says something. */
const refusal = (veto: Veto, step: VetoStep) => {
  const outcome = takeVetoStep(veto, step);
  if (!outcome.ok) expect(outcome.problem).not.toBe('');
  return outcome.ok ? 'taken' : outcome.code;
};

describe('the eight vetoes of 2015', () => {
  it('are eight, each with evidence, a mark, and thresholds that are general knowledge', () => {
    expect(rules.map(({ key }) => key)).toEqual(['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8']);
    expect(rules.filter(({ marks }) => marks.thresholds !== 'G')).toEqual([]);
    expect(rules.filter(({ marks }) => marks.topic !== 'S').map(({ key }) => key)).toEqual(['V1', 'V6']);
    expect(checkVetoes(rules, luocheng2015Form)).toEqual([]);
  });

  it('are matched with one kind of record each', () => {
    expect(Object.fromEntries(rules.map(({ key, source }) => [key, source]))).toEqual({
      V1: undefined,
      V2: 'property',
      V3: 'companies',
      V4: 'vehicles',
      V5: 'payroll',
      V6: undefined,
      V7: undefined,
      V8: 'registration',
    });
  });

  it('are left to people where no fact can tell: habits, and a household split to qualify', () => {
    expect(rules.filter(({ suggests }) => !suggests).map(({ key }) => key)).toEqual(['V7', 'V8']);
  });

  it('are not suggested for an ordinary household', () => {
    expect(suggested(plainObservations)).toEqual([]);
  });

  it.each<[string, Record<string, Observation['value']>, string[]]>([
    [
      'a finished house of two storeys with 50 m² a head',
      { storeys: 2, 'house-finish': 'finished', 'floor-area': 200 },
      ['V1'],
    ],
    ['the same with less', { storeys: 2, 'house-finish': 'finished', 'floor-area': 199.999 }, []],
    ['the same unfinished', { storeys: 2, 'floor-area': 200 }, []],
    ['the same on one floor', { 'house-finish': 'finished', 'floor-area': 200 }, []],
    ['a timber house of two storeys', { storeys: 2, 'house-structure': 'timber-tile', 'floor-area': 200 }, ['V1']],
    ['a shop in town', { 'town-property': ['shop'] }, ['V2']],
    ['resettlement housing', { 'town-property': ['resettlement'] }, []],
    ['a restaurant', { businesses: ['restaurant'] }, ['V3']],
    ['a family stall', { businesses: ['stall'] }, []],
    ['a van worth 30,000', { 'vehicle-worth': 30_000 }, ['V4']],
    ['a van worth less', { 'vehicle-worth': 29_999 }, []],
    ['three years away', { 'years-away': 3 }, ['V6']],
    ['two years away', { 'years-away': 2 }, []],
    ['a shop in town and a van', { 'town-property': ['shop'], 'vehicle-worth': 80_000 }, ['V2', 'V4']],
  ])('suggest by %s: %j', (_, changes, expected) => {
    expect(suggested(observedWith(changes))).toEqual(expected);
  });

  it('suggest by a member who is publicly paid, retired or in a large firm', () => {
    for (const employment of ['public-post', 'public-pension', 'large-firm'])
      expect(suggested(observedOf('wife', 'employment', employment))).toEqual(['V5']);
    expect(suggested(observedOf('wife', 'employment', 'steady'))).toEqual([]);
  });

  it('suggest nothing from what is not known, and say from what they do', () => {
    const unknown = plainObservations.filter(({ fact }) => fact !== 'vehicle-worth');
    expect(suggested(unknown)).toEqual([]);
    const [found] = suggestedVetoes(rules, luocheng2015Form, plainMembers, observedWith({ 'vehicle-worth': 30_000 }));
    expect(found).toEqual({ rule: 'V4', facts: [{ fact: 'vehicle-worth', value: 30_000 }] });
  });

  it(`suggest only rules whose facts were observed, for any household (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyHousehold(luocheng2015Form.facts), ({ members, observations }) => {
        for (const { rule, facts } of suggestedVetoes(rules, luocheng2015Form, members, observations)) {
          expect(facts.length).toBeGreaterThan(0);
          const without = observations.filter((each) => !facts.includes(each));
          const left = suggestedVetoes(rules, luocheng2015Form, members, without).map((each) => each.rule);
          expect(left).not.toContain(rule);
        }
      }),
      { seed },
    );
  });
});

describe('the check of vetoes', () => {
  const problemsOf = (change: Partial<(typeof rules)[number]>) =>
    checkVetoes([rules[0]!, { ...rules[3]!, ...change }], luocheng2015Form).map(
      ({ path, problem }) => `${path} ${problem}`,
    );

  it('refuses two of one key, one without evidence and one that can never be suggested', () => {
    expect(problemsOf({ key: 'V1' })).toEqual(['vetoes[1].key V1 stands twice']);
    expect(problemsOf({ key: '' })).toEqual(['vetoes[1].key is empty']);
    expect(problemsOf({ evidence: [] })).toEqual(['vetoes[1].evidence wants no evidence']);
    const dearest = { test: 'number', of: { add: ['vehicle-worth'] }, above: 10_000_000 } as const;
    expect(problemsOf({ suggests: { ...dearest, of: { add: ['vehicle-worth'] } } })).toEqual([
      'vetoes[1].suggests can hold for no household',
    ]);
  });

  it('refuses a condition over a fact that the form does not ask', () => {
    expect(problemsOf({ suggests: { test: 'is', fact: 'luck', options: ['good'] } })).toEqual([
      'vetoes[1].suggests.fact luck is not a fact',
    ]);
  });
});

describe('a veto', () => {
  it('is proposed by a rule, with a reason and evidence', () => {
    const codeOf = (change: Partial<typeof proposal>) => {
      const outcome = proposeVeto(rules, { ...proposal, ...change });
      if (!outcome.ok) expect(outcome.problem).not.toBe('');
      return outcome.ok ? vetoState(outcome.veto) : outcome.code;
    };
    expect(codeOf({})).toBe('proposed');
    expect(codeOf({ rule: 'V9' })).toBe('VETO_RULE_UNKNOWN');
    expect(codeOf({ reason: ' ' })).toBe('VETO_REASON_MISSING');
    expect(codeOf({ evidence: [] })).toBe('VETO_EVIDENCE_MISSING');
  });

  it('is noted by the group, then by the village, and then stands', () => {
    expect(vetoState(vetoAfter())).toBe('proposed');
    expect(vetoState(vetoAfter(noteByGroup))).toBe('noted-by-group');
    expect(vetoState(vetoAfter(noteByGroup, noteByVillage))).toBe('noted-by-village');
    expect(vetoState(vetoAfter(noteByGroup, noteByVillage, stand))).toBe('standing');
  });

  it('skips no meeting and repeats none', () => {
    expect(refusal(vetoAfter(), noteByVillage)).toBe('VETO_NOT_AT_STEP');
    expect(refusal(vetoAfter(), stand)).toBe('VETO_NOT_AT_STEP');
    expect(refusal(vetoAfter(noteByGroup), stand)).toBe('VETO_NOT_AT_STEP');
    expect(refusal(vetoAfter(noteByGroup), noteByGroup)).toBe('VETO_NOT_AT_STEP');
    expect(refusal(vetoAfter(noteByGroup, noteByVillage, stand), stand)).toBe('VETO_NOT_AT_STEP');
  });

  it('is lifted by the township and the county together, never by one of them', () => {
    const standing = vetoAfter(noteByGroup, noteByVillage, stand);
    expect(refusal(standing, lift())).toBe('VETO_LIFT_NOT_VERIFIED');
    const verified = vetoAfter(noteByGroup, noteByVillage, stand, verify());
    expect(refusal(verified, lift('officer-1'))).toBe('VETO_SAME_PERSON');
    expect(refusal(verified, refuse('officer-1'))).toBe('VETO_SAME_PERSON');
    expect(refusal(verified, verify('officer-2'))).toBe('VETO_LIFT_BEING_DECIDED');
    expect(vetoState(vetoAfter(noteByGroup, noteByVillage, stand, verify(), lift()))).toBe('lifted');
  });

  it('is lifted for a reason of the list and on evidence, both times', () => {
    const verified = vetoAfter(verify());
    for (const [veto, step] of [
      [vetoAfter(), verify()],
      [verified, lift()],
    ] as const) {
      expect(refusal(veto, { ...step, reason: 'a favour' } as VetoStep)).toBe('VETO_REASON_UNKNOWN');
      expect(refusal(veto, { ...step, evidence: [] } as VetoStep)).toBe('VETO_EVIDENCE_MISSING');
      for (const { key } of liftReasons) expect(refusal(veto, { ...step, reason: key } as VetoStep)).toBe('taken');
    }
    for (const reason of ['', ' '])
      expect(refusal(verified, { step: 'refuse-lift', by: 'auditor-1', at, reason })).toBe('VETO_REASON_MISSING');
  });

  it('is verified anew after the auditor refused', () => {
    const refused = vetoAfter(verify(), refuse());
    expect(liftVerification(refused)).toBeUndefined();
    expect(refusal(refused, lift())).toBe('VETO_LIFT_NOT_VERIFIED');
    expect(vetoState(vetoAfter(verify(), refuse(), verify('officer-2'), lift()))).toBe('lifted');
  });

  it('stays visible with every step when it was lifted, and nothing more is done to it', () => {
    const lifted = vetoAfter(noteByGroup, verify(), lift());
    expect(lifted.steps).toEqual([noteByGroup, verify(), lift()]);
    for (const step of [noteByVillage, stand, verify(), lift(), refuse()])
      expect(refusal(lifted, step)).toBe('VETO_LIFTED');
  });

  it('takes a household out of the line only when it stands, and is open until it stands or falls', () => {
    const standing = vetoAfter(noteByGroup, noteByVillage, stand);
    const beingLifted = vetoAfter(noteByGroup, noteByVillage, stand, verify());
    const lifted = vetoAfter(verify(), lift());
    expect(
      [vetoAfter(), vetoAfter(noteByGroup), standing, beingLifted, lifted].map((veto) => isVetoed([veto])),
    ).toEqual([false, false, true, true, false]);
    expect(
      [vetoAfter(), vetoAfter(noteByGroup), standing, beingLifted, lifted].map((veto) => hasOpenVeto([veto])),
    ).toEqual([true, true, false, true, false]);
    expect(isVetoed([lifted, standing])).toBe(true);
    expect(isVetoed([])).toBe(false);
    expect(hasOpenVeto([])).toBe(false);
  });

  it(`is never lifted without two persons, whatever is tried (seed ${seed})`, () => {
    const person = fc.constantFrom('a', 'b');
    const steps = fc.oneof(
      fc.constantFrom(noteByGroup, noteByVillage, stand),
      person.map(verify),
      person.map(lift),
      person.map(refuse),
    );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (tried) => {
        let veto: Veto = { ...proposal, steps: [] };
        for (const step of tried) {
          const outcome = takeVetoStep(veto, step);
          const taken = outcome.ok ? outcome.veto : veto;
          expect(taken.steps.slice(0, veto.steps.length)).toEqual(veto.steps);
          veto = taken;
        }
        const persons = veto.steps.flatMap((step) =>
          'by' in step && step.step !== 'stand' ? [[step.step, step.by]] : [],
        );
        const lifts = persons.filter(([step]) => step === 'lift');
        expect(lifts.length <= 1).toBe(true);
        if (lifts.length === 1) expect(persons.at(-2)).toEqual(['verify-lift', lifts[0]?.[1] === 'a' ? 'b' : 'a']);
        expect(vetoState(veto) === 'lifted').toBe(lifts.length === 1);
        if (isVetoed([veto])) {
          const meetings = veto.steps.map(({ step }) => step).filter((step) => !step.includes('lift'));
          expect(meetings).toEqual(['note-by-group', 'note-by-village', 'stand']);
        }
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('an asset', () => {
  it('makes a household mis-identified only when it was acquired before the registration', () => {
    expect(assetJudgement('2015-05-01', '2015-12-31')).toBe('misidentified');
    expect(assetJudgement('2015-12-31', '2015-12-31')).toBe('misidentified');
    expect(assetJudgement('2016-01-01', '2015-12-31')).toBe('acquired-later');
    expect(assetJudgement(undefined, '2015-12-31')).toBe('not-known');
    expect(assetJudgement('2016-01-01', undefined)).toBe('not-known');
  });
});
