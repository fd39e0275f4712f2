/** A staff file of two townships: 100 with two field teams and its offices, 105 with one team and an officer. */
export const county = '451225';
export const township = '451225100';
export const otherTownship = '451225105';
export const village = '451225100201';
export const groups = ['451225100201001', '451225100201002', '451225100201003'] as const;
export const otherGroup = '451225105214001';

const records = [
  'staff,1',
  'person,P001,Leader One,10010000001',
  'person,P002,Officer One,10010000002',
  'person,P003,Worker One,10010000003',
  'person,P004,Worker Two,10010000004',
  'person,P005,Worker Three,10010000005',
  'person,P006,Village Secretary,10010000006',
  'person,P007,Group Secretary,10010000007',
  'person,P008,Officer Two,10010000008',
  'person,P009,Worker Four,10010000009',
  `team,FIELD1,field,First team,${township},P003`,
  'team-member,FIELD1,P003',
  'team-member,FIELD1,P004',
  `team,FIELD2,field,Second team,${township},P005`,
  `team,FIELD3,field,Third team,${otherTownship},P009`,
  `team,TASK1,task-group,Industry,${county},P001`,
  `assignment,${township},townshipOfficer,,P002`,
  `assignment,${village},villageSecretary,,P006`,
  `assignment,${groups[0]},groupSecretary,,P007`,
  `assignment,${groups[0]},fieldWorker,FIELD1,`,
  `assignment,${groups[1]},fieldWorker,FIELD2,`,
  `assignment,${otherTownship},townshipOfficer,,P008`,
  `assignment,${otherGroup},fieldWorker,FIELD3,`,
  `account,leader-1,P001,countyLeader,${county},CODE-LEADER`,
  `account,officer-1,P002,townshipOfficer,${township},CODE-OFFICER`,
  `account,officer-1,P002,supervisor,${township},CODE-OFFICER`,
  'account,worker-1,P003,fieldWorker,,CODE-WORKER-1',
  'account,worker-2,P004,fieldWorker,,CODE-WORKER-2',
  `account,secretary-1,P006,villageSecretary,${village},CODE-SECRETARY`,
  'end,9,4,7,6',
];

/** The file, with some of its lines (counted from 1) replaced, or with others put behind a line. */
export function smallStaffFile({ replace = {}, after = {} }: StaffFileChange = {}): string {
  return records
    .flatMap((record, index) => [replace[index + 1] ?? record, ...(after[index + 1] ?? [])])
    .filter((record) => record !== '')
    .join('\n');
}

export interface StaffFileChange {
  replace?: Record<number, string>;
  after?: Record<number, string[]>;
}

/** The line of the file that begins like this. */
export function lineOf(beginning: string): number {
  return records.findIndex((record) => record.startsWith(beginning)) + 1;
}
