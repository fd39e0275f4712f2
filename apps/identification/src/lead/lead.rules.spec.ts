import { luocheng2015, monitoring, type LeadRule, type MatchablePerson } from '@jingzhun/identification-rules';
import type { MatchLine } from './match-file';
import { accepted, assertReply, leadRuleOf, leadsFrom, shownState } from './lead.rules';

const group = '451225100201001';
const at = new Date('2015-11-18T02:00:00Z');
const rule: LeadRule = { replyDays: 5, replyDayKind: 'working', minimumConfidence: 0.6 };
const person = (memberId: string, change: Partial<MatchablePerson> = {}): MatchablePerson => ({
  ...{ memberId, householdId: `house of ${memberId}`, idIndex: `index of ${memberId}`, name: '罗金', areaCode: group },
  ...change,
});
const line = (record: string, change: Partial<MatchLine> = {}): MatchLine => ({ record, subject: 'car', ...change });
const numbered = { record: 'K1', subject: 'car', idNumber: 'number of one' };

function leads(lines: MatchLine[], people: MatchablePerson[]) {
  let made = 0;
  const file = { source: 'vehicles' as const, lines };
  const nameOf = (each: MatchLine) => each.idNumber?.replace('number', 'index');
  return leadsFrom(file, nameOf, people, rule, { at, newId: () => `lead ${++made}` });
}

describe('the leads of a file', () => {
  it('are members found by their number, surely, whatever they are called', () => {
    const found = leads([{ ...numbered, name: '另一个' }], [person('one'), person('two')]);
    expect(found).toEqual([
      {
        lead: {
          ...{ id: 'lead 1', householdId: 'house of one', memberId: 'one', source: 'vehicles', record: 'K1' },
          ...{ confidence: 1, state: 'open', openedAt: at },
        },
        ...{ subject: 'car', matchedBy: 'identity', areaCode: group },
      },
    ]);
  });

  it('are not namesakes of somebody whose number is known to be another', () => {
    expect(leads([{ ...numbered, idNumber: 'number of nobody' }], [person('one')])).toEqual([]);
  });

  it('are namesakes of a place, the less sure the wider it is, and none below what the profile asks', () => {
    const inVillage = line('K1', { name: '罗 金', areaCode: group.slice(0, 12) });
    const inTownship = line('K2', { name: '罗金', areaCode: group.slice(0, 9) });
    expect(leads([inVillage, inTownship], [person('one')])).toMatchObject([
      { matchedBy: 'nameAndPlace', lead: { confidence: 0.8, record: 'K1' } },
    ]);
    expect(leads([inVillage], [person('one'), person('two')])).toEqual([]);
  });
});

describe('a lead', () => {
  it('needs a profile that says how long a household may reply', () => {
    expect(leadRuleOf(luocheng2015)).toMatchObject({ replyDays: 5 });
    expect(() => leadRuleOf({ ...monitoring, leads: undefined })).toThrow('takes no matches');
  });

  it('is refused by a stable word and the field at fault', () => {
    const refused = (code: 'LEAD_REASON_MISSING' | 'LEAD_EVIDENCE_MISSING' | 'LEAD_DECIDED') => {
      try {
        return accepted({ ok: false, code, problem: 'so' });
      } catch (error) {
        return error;
      }
    };
    expect(refused('LEAD_REASON_MISSING')).toMatchObject({ code: 'LEAD_REASON_MISSING', field: 'reason' });
    expect(refused('LEAD_EVIDENCE_MISSING')).toMatchObject({ field: 'evidence' });
    expect(refused('LEAD_DECIDED')).toMatchObject({ field: 'leadId' });
    expect(() => assertReply(' ')).toThrow('Write down');
    expect(shownState({ state: 'awaiting-reply' })).toBe('awaitingReply');
  });
});
