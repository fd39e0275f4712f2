import type { Terms } from '../profile';
import { villageMeeting } from './meeting';
import { objectionsIn } from './objections';
import { stagesOn } from './stage';

const stage = stagesOn('防止返贫动态监测，全程15天；分步天数为工作推定');

/**
 * 防止返贫动态监测: monitoring against return to poverty as it runs today. One review, one publicity in the village, and
 * fifteen days from the lead to the entry. Households are not scored.
 *
 * The order, the fifteen days and the five days of publicity are sourced (domain reference 9.3, M2, M5, M7); how the days
 * are divided over the stages is a WORKING RECONSTRUCTION.
 */
export const monitoring: Terms = {
  key: 'monitoring',
  version: 1,
  name: { zh: '防止返贫动态监测', en: 'Monitoring against return to poverty' },
  wholeDays: 15,
  stages: [
    stage('visit', ['入户核查与授权', 'Visit and consent'], 'visit', 'household', {
      days: 2,
      remind: 1,
      kind: 'calendar',
      owner: 'fieldWorker',
    }),
    stage('match', ['资产比对', 'Match of assets'], 'audit', 'household', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'supervisor',
    }),
    stage('village-review', ['村级评议', 'Village review'], 'review', 'village', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'villageSecretary',
    }),
    stage('publicity', ['村内公示', 'Publicity in the village'], 'publicity', 'village', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'villageSecretary',
      public: 5,
    }),
    stage('township-audit', ['乡镇审核', 'Township audit'], 'audit', 'household', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'townshipOfficer',
    }),
    stage('county-audit', ['县级审定', 'County audit'], 'audit', 'household', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'supervisor',
    }),
    stage('announcement', ['公告', 'Announcement'], 'publicity', 'village', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'villageSecretary',
      public: 1,
      period: 'announcement',
    }),
    stage('entry', ['录入', 'Entry'], 'entry', 'household', {
      days: 1,
      remind: 1,
      kind: 'calendar',
      owner: 'entryClerk',
    }),
  ],
  meetings: { village: villageMeeting },
  publicity: { columns: ['code', 'head'] },
  objections: objectionsIn('calendar'),
  ladder: [
    { role: 'townshipOfficer', afterDays: 1 },
    { role: 'supervisor', afterDays: 2 },
    { role: 'countyLeader', afterDays: 3 },
  ],
};
