import { luocheng2015Card } from '../cards/luocheng-2015';
import { luocheng2015Form } from '../forms/luocheng-2015';
import type { Terms } from '../profile';
import { luocheng2015Vetoes } from '../vetoes/luocheng-2015';
import { groupMeeting, villageMeetingOverScores } from './meeting';
import { objectionsIn } from './objections';
import { stagesOn } from './stage';

const stage = stagesOn('上林县两入户两评议两审核两公示一公告；顺序与天数为工作推定');

/**
 * 两入户两评议两审核两公示一公告 as 上林 ran it in 2015: two visits, two reviews, two audits, two publicities and an announcement.
 *
 * The numbers of steps are sourced (domain reference 4.2, N5); their exact order and all days are a WORKING RECONSTRUCTION.
 */
export const shanglin2015: Terms = {
  key: 'shanglin-2015',
  version: 1,
  name: { zh: '上林县2015年精准识别', en: 'Shanglin household identification 2015' },
  stages: [
    stage('visit', ['第一次入户', 'First visit'], 'visit', 'household', { days: 20, remind: 3, owner: 'fieldWorker' }),
    stage('scoring', ['评估打分', 'Scoring'], 'scoring', 'household', { days: 3, remind: 1, owner: 'fieldWorker' }),
    stage('group-review', ['村民小组评议', 'Group review'], 'review', 'group', {
      days: 5,
      remind: 2,
      owner: 'groupSecretary',
    }),
    stage('group-publicity', ['村民小组公示', 'Group publicity'], 'publicity', 'group', {
      days: 2,
      remind: 1,
      owner: 'groupSecretary',
      public: 7,
    }),
    stage('second-visit', ['第二次入户', 'Second visit'], 'visit', 'household', {
      days: 5,
      remind: 2,
      owner: 'fieldWorker',
    }),
    stage('village-review', ['行政村评议', 'Village review'], 'review', 'village', {
      days: 5,
      remind: 2,
      owner: 'villageSecretary',
    }),
    stage('township-audit', ['乡镇审核', 'Township audit'], 'audit', 'household', {
      days: 5,
      remind: 2,
      owner: 'townshipOfficer',
    }),
    stage('village-publicity', ['行政村公示', 'Village publicity'], 'publicity', 'village', {
      days: 2,
      remind: 1,
      owner: 'villageSecretary',
      public: 7,
    }),
    stage('county-audit', ['县级审核', 'County audit'], 'audit', 'household', {
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
    stage('entry', ['录入', 'Entry'], 'entry', 'household', { days: 5, remind: 2, owner: 'entryClerk' }),
  ],
  meetings: { group: groupMeeting, village: villageMeetingOverScores },
  form: luocheng2015Form,
  vetoes: luocheng2015Vetoes,
  // A working choice: no source tells how long a household had to answer a match.
  leads: { replyDays: 5, replyDayKind: 'working', minimumConfidence: 0.6 },
  // Working values (domain reference, open decisions): one household in twenty of a village, ten at least.
  doubleEntry: {
    fields: [
      { key: 'total', resolver: 'townshipOfficer' },
      { key: 'veto', resolver: 'townshipOfficer' },
    ],
    leftOutResolver: 'townshipOfficer',
    sample: { percent: 5, minimum: 10 },
  },
  lookBack: { sample: { percent: 5, minimum: 10 }, stratum: 'village' },
  // Neither operator nor choice was found in a source (domain reference 3): working values.
  line: { comparison: 'at-or-below', choice: 'within-quota', shown: 5 },
  card: luocheng2015Card,
  publicity: { columns: ['rank', 'code', 'head', 'points', 'total', 'vetoes'] },
  objections: objectionsIn('working'),
  ladder: [
    { role: 'townshipOfficer', afterDays: 1 },
    { role: 'supervisor', afterDays: 3 },
    { role: 'countyLeader', afterDays: 5 },
  ],
};
