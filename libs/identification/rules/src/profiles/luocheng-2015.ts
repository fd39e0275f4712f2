import type { Calendar } from '../calendar';
import { luocheng2015Form } from '../forms/luocheng-2015';
import type { Profile, StageDefinition } from '../profile';

/**
 * The campaign of Luocheng, autumn 2015: 两评议一公示 (group review, group publicity, village review).
 *
 * The order of stages is sourced; the days are a WORKING RECONSTRUCTION that fits the known timetable (start 16 October,
 * reviews complete 25 November, information due 31 December). Publicity of 7 days is the common figure, not a sourced one.
 */
export function luocheng2015(calendar: Calendar): Profile {
  return {
    key: 'luocheng-2015',
    version: 1,
    name: { zh: '罗城县2015年精准识别', en: 'Luocheng household identification 2015' },
    calendar,
    stages,
    form: luocheng2015Form,
    ladder: [
      { role: 'townshipOfficer', afterDays: 1 },
      { role: 'supervisor', afterDays: 3 },
      { role: 'countyLeader', afterDays: 5 },
    ],
  };
}

const plan = '厅发〔2015〕28号；天数为工作推定';

const stages: StageDefinition[] = [
  {
    key: 'visit',
    name: { zh: '入户', en: 'Visit' },
    unit: 'household',
    days: 20,
    dayKind: 'working',
    remindBeforeDays: 3,
    ownerRole: 'fieldWorker',
    legalBasis: plan,
  },
  {
    key: 'scoring',
    name: { zh: '评估打分', en: 'Scoring' },
    unit: 'household',
    days: 3,
    dayKind: 'working',
    remindBeforeDays: 1,
    ownerRole: 'fieldWorker',
    legalBasis: plan,
  },
  {
    key: 'group-review',
    name: { zh: '村民小组评议', en: 'Group review' },
    unit: 'group',
    days: 5,
    dayKind: 'working',
    remindBeforeDays: 2,
    ownerRole: 'groupSecretary',
    legalBasis: plan,
  },
  {
    key: 'publicity',
    name: { zh: '公示', en: 'Publicity' },
    unit: 'group',
    days: 2,
    dayKind: 'working',
    remindBeforeDays: 1,
    ownerRole: 'groupSecretary',
    legalBasis: '建档立卡通行公示期7天；张贴天数为工作推定',
    publicDays: 7,
    publicDayKind: 'calendar',
  },
  {
    key: 'village-review',
    name: { zh: '行政村评议', en: 'Village review' },
    unit: 'village',
    days: 5,
    dayKind: 'working',
    remindBeforeDays: 2,
    ownerRole: 'villageSecretary',
    legalBasis: plan,
  },
  {
    key: 'entry',
    name: { zh: '录入', en: 'Entry' },
    unit: 'household',
    days: 5,
    dayKind: 'working',
    remindBeforeDays: 2,
    ownerRole: 'entryClerk',
    legalBasis: plan,
  },
];
