import { luocheng2015Card } from '../cards/luocheng-2015';
import { luocheng2015Form } from '../forms/luocheng-2015';
import type { Terms } from '../profile';
import { luocheng2015Vetoes } from '../vetoes/luocheng-2015';
import { groupMeeting, villageMeetingOverScores } from './meeting';
import { objectionsIn } from './objections';
import { stagesOn } from './stage';

const stage = stagesOn('厅发〔2015〕28号；天数为工作推定');

/**
 * The campaign of Luocheng, autumn 2015: 两评议一公示 (group review, group publicity, village review).
 *
 * The order of stages is sourced (domain reference 4.1); the days are a WORKING RECONSTRUCTION that fits the known timetable
 * (start 16 October, reviews complete 25 November, information due 31 December). Publicity of 7 days is the common figure,
 * not a sourced one.
 */
export const luocheng2015: Terms = {
  key: 'luocheng-2015',
  version: 1,
  name: { zh: '罗城县2015年精准识别', en: 'Luocheng household identification 2015' },
  stages: [
    stage('visit', ['入户', 'Visit'], 'visit', 'household', { days: 20, remind: 3, owner: 'fieldWorker' }),
    stage('scoring', ['评估打分', 'Scoring'], 'scoring', 'household', { days: 3, remind: 1, owner: 'fieldWorker' }),
    stage('group-review', ['村民小组评议', 'Group review'], 'review', 'group', {
      days: 5,
      remind: 2,
      owner: 'groupSecretary',
    }),
    stage('publicity', ['公示', 'Publicity'], 'publicity', 'group', {
      days: 2,
      remind: 1,
      owner: 'groupSecretary',
      public: 7,
    }),
    stage('village-review', ['行政村评议', 'Village review'], 'review', 'village', {
      days: 5,
      remind: 2,
      owner: 'villageSecretary',
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
