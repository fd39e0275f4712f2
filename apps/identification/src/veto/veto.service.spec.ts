import { randomUUID } from 'node:crypto';
import { closedWhenOver } from '../testing/finish-village';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { assess, holdReview, householdsOf, plainTotal, postNotice, recordEntries, sittingsOf } from '../testing/steps';
import { decideLift, letStand, proposeVeto, verifyLift, vetoesOf, type ShownVeto } from '../testing/veto-steps';

describe('a veto', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[4]] }, 20);
    await assess(worker(), group);
  });
  afterAll(() => service.close());

  const group = groupCode(0, 0);
  const worker = () => service.as('fieldWorker', [group]);
  const secretary = () => service.as('groupSecretary', [group]);
  const village = () => service.as('villageSecretary', [villageCode(0)]);
  const officer = () => service.as('townshipOfficer', [townshipCode]);
  const auditor = (areas = [countyCode], person = 'auditor') => service.as('supervisor', areas, person);
  const clerk = () => service.as('entryClerk', [townshipCode]);
  const [first, second, third] = [0, 1, 2];
  const householdAt = async (place = first) => (await householdsOf(worker(), group))[place!]!;
  const vetoOf = async (place = first): Promise<ShownVeto> => {
    const { id } = await householdAt(place);
    return (await vetoesOf(officer(), id))[0]!;
  };

  it('is proposed by a rule of the profile, with words and fitting evidence, once', async () => {
    const { id } = await householdAt();
    const refused = async (change: object) => (await proposeVeto(worker(), id, change)).code;
    expect(await refused({ rule: 'V9' })).toBe('VETO_RULE_UNKNOWN');
    expect(await refused({ reason: ' ' })).toBe('VETO_REASON_MISSING');
    expect(await refused({ evidence: [] })).toBe('VETO_EVIDENCE_MISSING');
    expect(await refused({ evidence: [{ kind: 'minutes', reference: '3' }] })).toBe('VETO_EVIDENCE_UNFIT');
    expect(await proposeVeto(worker(), id)).toMatchObject({ state: 'proposed', rule: 'V4', steps: [] });
    expect(await refused({})).toBe('VETO_PROPOSED_ALREADY');
    expect(
      await proposeVeto(worker(), id, { rule: 'V6', evidence: [{ kind: 'team-record', reference: '1' }] }),
    ).toMatchObject({ state: 'proposed' });
    for (const place of [second, third]) await proposeVeto(worker(), (await householdAt(place)).id);
  });

  it('is proposed against nobody of another place', async () => {
    const { id } = await householdAt();
    const elsewhere = service.as('fieldWorker', [`${countyCode}101201001`], 'elsewhere');
    expect(await proposeVeto(elsewhere, id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be let stand before the meetings have heard of it', async () => {
    expect(await letStand(officer(), [(await vetoOf()).id])).toMatchObject({ code: 'VETO_NOT_AT_STEP' });
  });

  it('is noted by the group’s meeting of those it confirms, and not of those it sends back', async () => {
    const [sitting] = await sittingsOf(secretary(), { state: 'open' });
    const back = await householdAt(third);
    await holdReview(secretary(), 'Group', sitting!, { returned: [{ householdId: back.id, reason: 'Look again.' }] });
    expect((await vetoesOf(officer(), (await householdAt()).id)).map(({ state }) => state)).toEqual([
      'notedByGroup',
      'notedByGroup',
    ]);
    expect(await vetoOf()).toMatchObject({ steps: [{ step: 'noteByGroup', sittingId: sitting!.id, by: null }] });
    expect(await vetoOf(third)).toMatchObject({ state: 'proposed' });
  });

  it('is noted by the village’s meeting then, and stands when the township says so', async () => {
    await assess(worker(), group);
    const [again] = await sittingsOf(secretary(), { state: 'open' });
    await holdReview(secretary(), 'Group', again!);
    for (const sitting of await sittingsOf(secretary(), { state: 'held' })) {
      await postNotice(secretary(), sitting);
      await closedWhenOver(service, sitting.id);
    }
    const [sitting] = await sittingsOf(village(), { kind: 'village', state: 'open' });
    await holdReview(village(), 'Village', sitting!);
    const own = await vetoesOf(officer(), (await householdAt()).id);
    const ids = [...own, await vetoOf(second), await vetoOf(third)].map(({ id }) => id);
    expect(await letStand(officer(), [...ids, randomUUID()])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await letStand(officer(), [...ids, ids[0]!])).toMatchObject({ field: 'vetoIds' });
    const { vetoes } = await letStand(officer(), ids);
    expect(vetoes?.map(({ state }) => state)).toEqual(['standing', 'standing', 'standing', 'standing']);
  });

  it('is lifted by the township and then by the county’s auditor, who is somebody else, and stays on record', async () => {
    const standing = await vetoOf(second);
    expect(await decideLift(auditor(), standing)).toMatchObject({ code: 'VETO_LIFT_NOT_VERIFIED' });
    expect(await verifyLift(officer(), standing, { reason: 'because' })).toMatchObject({ code: 'VETO_REASON_UNKNOWN' });
    const verified = await verifyLift(officer(), standing);
    expect(verified).toMatchObject({ state: 'standing', steps: { length: 4 } });
    expect(await decideLift(auditor([townshipCode]), verified)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decideLift(auditor([countyCode], 'townshipOfficer'), verified)).toMatchObject({
      code: 'VETO_SAME_PERSON',
    });
    expect(await decideLift(auditor(), standing)).toMatchObject({ code: 'STALE_VERSION' });
    expect(await decideLift(auditor(), verified)).toMatchObject({ state: 'lifted' });
    expect(await vetoOf(second)).toMatchObject({
      state: 'lifted',
      steps: [
        { step: 'noteByGroup' },
        { step: 'noteByVillage' },
        { step: 'stand' },
        { step: 'verifyLift' },
        { step: 'lift' },
      ],
    });
  });

  it('goes on standing when the auditor refuses to lift it', async () => {
    const verified = await verifyLift(officer(), await vetoOf(third));
    const refused = { lift: false, reason: 'The car is his.', evidence: [] };
    expect(await decideLift(auditor(), verified, refused)).toMatchObject({ state: 'standing' });
  });

  it('is keyed in as it is on record, or nothing of the batch is entered', async () => {
    const keyed = (vetoed: (place: number) => boolean) => async () => {
      const waiting = await householdsOf(clerk(), group, 'entry');
      return recordEntries(
        clerk(),
        waiting.map(({ id: householdId, version }, place) => ({
          ...{ householdId, version, total: plainTotal, vetoed: vetoed(place) },
          ...(vetoed(place) && { vetoReason: 'A van.' }),
        })),
      );
    };
    expect(await keyed(() => false)()).toMatchObject({ code: 'ENTRY_DIFFERS' });
    expect(await keyed(() => true)()).toMatchObject({ code: 'ENTRY_DIFFERS' });
    expect(await keyed((place) => place === first || place === third)()).toEqual({ entered: 4 });
  });

  it('keeps its household from the list of the poor, as long as it is not lifted', async () => {
    const { scoreLineTable } = await service
      .as('countyLeader', [countyCode])
      .ask<{ scoreLineTable: object }>(`{ scoreLineTable(quota: 5) { cases { scored vetoed unresolved } } }`);
    expect(scoreLineTable).toEqual({ cases: { scored: 2, vetoed: 2, unresolved: 0 } });
  });
});
