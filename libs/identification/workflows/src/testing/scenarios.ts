import type { TestCases } from '@jingzhun/temporal/testing';
import {
  completed,
  DrivenCase,
  elsewhere,
  extended,
  inMilliseconds,
  opened,
  posted,
  resumed,
  waitUntil,
} from './case-driver';
import type { RecordedServices } from './recorded-services';

/** Plays one life to its end; the id is fixed so that a recording of it is stable in its names. */
type Scenario = (cases: TestCases, services: RecordedServices, id: string) => Promise<DrivenCase>;

const toEntry = () => [
  completed(3, 'group-review', elsewhere('publicity')),
  completed(4, 'publicity', elsewhere('village-review')),
  completed(5, 'village-review', opened('entry')),
];

const toDecision = () => [
  completed(1, 'objection-received', opened('objection-registered')),
  completed(2, 'objection-registered', opened('objection-assigned')),
  completed(3, 'objection-assigned', opened('objection-rechecked')),
];

/** The household of an objection: another id, and always the same. */
const householdOf = (id: string) => id.replace(/^./, (digit) => (digit === 'f' ? '0' : 'f'));

/**
 * The lives whose histories are stored: what a running county has in its database when a new version is installed. A
 * name is dated when an older recording of that life is stored beside it.
 */
export const scenarios: Record<string, Scenario> = {
  'household-in-time-2026-11-24': async (cases, _services, id) => {
    const household = await DrivenCase.household(cases, id, opened('visit'));
    await household.tell(completed(1, 'visit', opened('scoring')), completed(2, 'scoring', elsewhere('group-review')));
    await household.tell(...toEntry());
    await household.tell(completed(6, 'entry'));
    return household;
  },

  'household-stage-by-stage-2026-11-24': async (cases, _services, id) => {
    const household = await DrivenCase.household(cases, id, opened('visit'));
    await household.tell(completed(1, 'visit', opened('scoring')));
    await household.tell(completed(2, 'scoring', elsewhere('group-review')));
    for (const fact of toEntry()) await household.tell(fact);
    await household.tell(completed(6, 'entry'));
    return household;
  },

  'household-late-and-extended-2026-11-24': async (cases, services, id) => {
    services.answers.recordBreach = [
      { outcome: 'extended', version: 2, remindAt: inMilliseconds(600), dueAt: inMilliseconds(900) },
    ];
    const household = await DrivenCase.household(cases, id, opened('visit', { remind: 50, due: 5_000 }));
    await waitUntil(() => services.actsOn(id).length === 1);
    await household.tell(extended(1, 'visit', { remind: 100, due: 200 }));
    await waitUntil(() => services.actsOn(id).length === 5);
    await household.tell(completed(1, 'visit', opened('scoring')), completed(2, 'scoring', elsewhere('group-review')));
    await household.tell(...toEntry());
    await household.tell(completed(6, 'entry'));
    return household;
  },

  'household-sent-back-2026-11-24': async (cases, _services, id) => {
    const household = await DrivenCase.household(cases, id, opened('visit'));
    await household.tell(completed(1, 'visit', opened('scoring')), completed(2, 'scoring', elsewhere('group-review')));
    await household.tell(completed(3, 'group-review', opened('visit', { round: 2 })));
    await household.tell(completed(4, 'visit', undefined, 2));
    return household;
  },

  'group-sitting-in-time': async (cases, _services, id) => {
    const sitting = await DrivenCase.sitting(cases, 'groupSitting', id, opened('group-review'));
    await sitting.tell(completed(1, 'group-review', opened('publicity')));
    await sitting.tell(posted(2, 200));
    return sitting;
  },

  'group-sitting-late': async (cases, services, id) => {
    const sitting = await DrivenCase.sitting(
      cases,
      'groupSitting',
      id,
      opened('group-review', { remind: 50, due: 100 }),
    );
    await waitUntil(() => services.actsOn(id).length === 2);
    await sitting.tell(completed(1, 'group-review', opened('publicity', { remind: 50, due: 100 })));
    await waitUntil(() => services.actsOn(id).length === 4);
    await sitting.tell(posted(2, 100));
    return sitting;
  },

  'village-sitting-reminded': async (cases, services, id) => {
    const sitting = await DrivenCase.sitting(cases, 'villageSitting', id, opened('village-review', { remind: 50 }));
    await waitUntil(() => services.actsOn(id).length === 1);
    await sitting.tell(completed(1, 'village-review'));
    return sitting;
  },

  'village-sitting-with-publicity': async (cases, _services, id) => {
    const sitting = await DrivenCase.sitting(cases, 'villageSitting', id, opened('village-review'));
    await sitting.tell(completed(1, 'village-review', opened('publicity')));
    await sitting.tell(posted(2, 200));
    return sitting;
  },

  'village-publicity-without-meeting': async (cases, services, id) => {
    const sitting = await DrivenCase.sitting(cases, 'villageSitting', id, opened('publicity', { remind: 50 }));
    await waitUntil(() => services.actsOn(id).length === 1);
    await sitting.tell(posted(1, 200));
    return sitting;
  },

  'objection-unchanged-2026-11-24': async (cases, services, id) => {
    const householdId = householdOf(id);
    services.notOver = [{ closesAt: inMilliseconds(500) }];
    const objection = await DrivenCase.objection(cases, id, householdId, opened('objection-received'));
    await objection.tell(...toDecision());
    await objection.tell(completed(4, 'objection-rechecked', opened('objection-decided')), resumed(5, 200));
    await waitUntil(() => services.actsOn(householdId).length === 2);
    await objection.tell(completed(6, 'objection-decided', opened('objection-answered')));
    await objection.tell(completed(7, 'objection-answered'));
    return objection;
  },

  'objection-answered-while-public-2026-11-24': async (cases, _services, id) => {
    const objection = await DrivenCase.objection(cases, id, householdOf(id), opened('objection-received'));
    await objection.tell(
      ...toDecision(),
      completed(4, 'objection-rechecked', opened('objection-decided')),
      resumed(5, 300),
      completed(6, 'objection-decided'),
    );
    return objection;
  },

  'objection-late-2026-11-24': async (cases, services, id) => {
    const received = opened('objection-received', { remind: 50, due: 100 });
    const objection = await DrivenCase.objection(cases, id, null, received);
    await waitUntil(() => services.actsOn(id).length === 2);
    await objection.tell(...toDecision());
    await objection.tell(completed(4, 'objection-rechecked', opened('objection-decided')));
    await objection.tell(completed(5, 'objection-decided'));
    return objection;
  },
};
