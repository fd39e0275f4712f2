import type { Role } from '@jingzhun/access';
import type { Profile, StageDefinition } from '@jingzhun/identification-rules';
import { InvalidInput, NotFound } from '@jingzhun/kernel';

export const documentKinds = [
  'score-sheet',
  'notice',
  'minutes',
  'commitment',
  'household-card',
  'blank-score-sheet',
  'blank-commitment',
  'blank-household-card',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const caseWorkers: readonly Role[] = [
  'administrator',
  'supervisor',
  'townshipOfficer',
  'villageSecretary',
  'groupSecretary',
  'fieldWorker',
  'entryClerk',
];
const meetingOffices: readonly Role[] = [
  'administrator',
  'supervisor',
  'townshipOfficer',
  'villageSecretary',
  'groupSecretary',
];

/** Who may print what, each in his area. A notice is public in the end; a score sheet tells of health. */
export const printRoles: Record<DocumentKind, readonly Role[]> = {
  'score-sheet': caseWorkers,
  notice: [...meetingOffices, 'countyLeader'],
  minutes: meetingOffices,
  commitment: caseWorkers,
  // Health, schooling and income of everybody in the house: for those who fill it and those who answer for it.
  'household-card': ['supervisor', 'townshipOfficer', 'fieldWorker'],
  'blank-score-sheet': caseWorkers,
  'blank-commitment': caseWorkers,
  'blank-household-card': caseWorkers,
};

export interface WantedDocument {
  kind: DocumentKind;
  /** Of the household or sitting; of a blank form the area's code. */
  id: string;
  paper: 'A3 landscape' | 'A4 landscape';
}

/**
 * What is asked for by `/documents/<kind>/<id>.pdf?paper=A4`.
 *
 * @throws NotFound, InvalidInput
 */
export function wantedDocument(kind: string, file: string, paper: unknown): WantedDocument {
  const known = documentKinds.find((each) => each === kind);
  const [, id] = /^([\w-]+)\.pdf$/.exec(file) ?? [];
  if (!known || !id) throw new NotFound('There is no such document.', 'document');
  if (paper !== undefined && paper !== 'A3' && paper !== 'A4')
    throw new InvalidInput('A notice is printed on A3 or A4.', 'paper');
  return { kind: known, id, paper: paper === 'A4' ? 'A4 landscape' : 'A3 landscape' };
}

/** The publicity whose notice a meeting has: its own, or while it is still to be held the one the profile foresees. */
export function noticeStage(
  profile: Pick<Profile, 'stages'>,
  sitting: { kind: 'group' | 'village'; state: 'open' | 'held' | 'closed'; publicityStage: string | null },
): StageDefinition | undefined {
  const { kind, state, publicityStage } = sitting;
  if (publicityStage !== null) return profile.stages.find(({ key }) => key === publicityStage);
  if (state !== 'open') return undefined;
  return profile.stages.find(({ unit, publicDays }) => unit === kind && publicDays !== undefined);
}
