import type { Terms } from '../profile';
import { villageMeeting } from './meeting';
import { objectionsIn } from './objections';
import { stagesOn } from './stage';

const stage = stagesOn('国家2014年扶贫开发建档立卡两公示一公告；天数为工作推定');

/**
 * 两公示一公告, the national chain of 2014: the village assembly's list is published, audited by the township, published again,
 * audited again by the county and announced. Households are not scored.
 *
 * The order is sourced (domain reference 4.2, C1); the days are a WORKING RECONSTRUCTION.
 */
export const national2014: Terms = {
  key: 'national-2014',
  version: 1,
  name: { zh: '国家2014年建档立卡', en: 'National registration of poor households 2014' },
  stages: [
    stage('visit', ['申请与入户', 'Application and visit'], 'visit', 'household', {
      days: 15,
      remind: 3,
      owner: 'fieldWorker',
    }),
    stage('village-review', ['村民代表大会评议', 'Village assembly'], 'review', 'village', {
      days: 5,
      remind: 2,
      owner: 'villageSecretary',
    }),
    stage('first-publicity', ['第一次公示', 'First publicity'], 'publicity', 'village', {
      days: 2,
      remind: 1,
      owner: 'villageSecretary',
      public: 7,
    }),
    stage('township-audit', ['乡镇审核', 'Township audit'], 'audit', 'household', {
      days: 5,
      remind: 2,
      owner: 'townshipOfficer',
    }),
    stage('second-publicity', ['第二次公示', 'Second publicity'], 'publicity', 'village', {
      days: 2,
      remind: 1,
      owner: 'villageSecretary',
      public: 7,
    }),
    stage('county-audit', ['县级复审', 'County audit'], 'audit', 'household', {
      days: 5,
      remind: 2,
      owner: 'supervisor',
    }),
    stage('announcement', ['公告', 'Announcement'], 'publicity', 'village', {
      days: 2,
      remind: 1,
      owner: 'villageSecretary',
      public: 7,
      period: 'announcement',
    }),
    stage('entry', ['录入', 'Entry'], 'entry', 'household', { days: 10, remind: 3, owner: 'entryClerk' }),
  ],
  meetings: { village: villageMeeting },
  publicity: { columns: ['code', 'head'] },
  objections: objectionsIn('working'),
  ladder: [
    { role: 'townshipOfficer', afterDays: 1 },
    { role: 'supervisor', afterDays: 3 },
    { role: 'countyLeader', afterDays: 5 },
  ],
};
