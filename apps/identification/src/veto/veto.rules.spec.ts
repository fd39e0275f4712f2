import { luocheng2015, shanglin2015, type Veto } from '@jingzhun/identification-rules';
import { assertAuditor, evidenceOf, filesIn, noted, shownState, vetoedByHousehold, wordsOf } from './veto.rules';

const at = new Date('2015-11-18T02:00:00Z');
const veto: Veto = {
  id: 'v',
  rule: 'V4',
  reason: 'A van stands in the yard.',
  evidence: ['vehicle-record 17'],
  proposedBy: 'worker',
  proposedAt: at.toISOString(),
  steps: [],
};
const byGroup = noted(veto, 'group', 'sitting 1', luocheng2015, at)!;

describe('taking note of a veto', () => {
  it('is done by the group first and by the village then, each once', () => {
    expect(shownState(byGroup)).toBe('notedByGroup');
    expect(noted(byGroup, 'group', 'sitting 2', luocheng2015, at)).toBeUndefined();
    const byVillage = noted(byGroup, 'village', 'sitting 3', luocheng2015, at)!;
    expect(shownState(byVillage)).toBe('notedByVillage');
    expect(byVillage.steps.map((step) => 'sittingId' in step && step.sittingId)).toEqual(['sitting 1', 'sitting 3']);
  });

  it('is not done by the village before the group, where groups meet', () => {
    expect(noted(veto, 'village', 'sitting', luocheng2015, at)).toBeUndefined();
  });

  it('is done by the village alone where no group meets', () => {
    const stages = shanglin2015.stages.filter(({ kind, unit }) => kind !== 'review' || unit === 'village');
    expect(shownState(noted(veto, 'village', 'sitting', { stages }, at)!)).toBe('notedByVillage');
  });
});

describe('the evidence of a veto', () => {
  it('is a file or a paper of a kind that the rule accepts', () => {
    const rule = { evidence: ['vehicle-record' as const, 'photo' as const] };
    expect(evidenceOf(rule, [{ kind: 'vehicle-record', reference: ' 17 ' }])).toEqual(['vehicle-record 17']);
    expect(() => evidenceOf(rule, [{ kind: 'minutes', reference: '17' }])).toThrow('minutes does not show it');
    expect(() => evidenceOf(rule, [{ kind: 'photo', reference: ' ' }])).toThrow('photo does not show it');
  });

  it('is attached as photo or as document', () => {
    expect(
      filesIn([
        { kind: 'photo', fileId: 'one' },
        { kind: 'minutes', fileId: 'two' },
        { kind: 'minutes', reference: 'three' },
      ]),
    ).toEqual({ photo: ['one'], document: ['two'] });
  });
});

describe('what vetoes say of households', () => {
  it('is that they are vetoed only once the township has confirmed one', () => {
    const standing: Veto = {
      ...veto,
      steps: [...byGroup.steps, { step: 'stand', by: 'officer', at: at.toISOString() }],
    };
    const found = vetoedByHousehold([
      { ...byGroup, householdId: 'one' },
      { ...standing, householdId: 'two' },
      { ...byGroup, householdId: 'two' },
    ]);
    expect(Object.fromEntries(found)).toEqual({ one: false, two: true });
  });

  it('is read in the words of the profile', () => {
    expect(wordsOf(luocheng2015, ['V4', 'V99'])).toEqual([expect.stringContaining('3万元'), 'V99']);
  });

  it('is changed for the better only by the auditor of the whole county', () => {
    expect(() => assertAuditor(['451225'], '451225')).not.toThrow();
    expect(() => assertAuditor(['451225100'], '451225')).toThrow('whole county');
  });
});
