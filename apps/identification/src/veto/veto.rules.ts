import {
  isVetoed,
  proposeVeto,
  takeVetoStep,
  vetoState,
  type EvidenceKind,
  type Profile,
  type Veto,
  type VetoRule,
  type VetoState,
  type VetoStep,
} from '@jingzhun/identification-rules';
import { covers, InvalidInput, isUuid, NotAllowed } from '@jingzhun/kernel';
import { VetoRefused } from './veto.errors';

/** A state as the graph and the table name it. */
export type ShownVetoState = 'proposed' | 'notedByGroup' | 'notedByVillage' | 'standing' | 'lifted';

/** What shows the grounds: a file handed in, or a paper that lies elsewhere. */
export interface GivenEvidence {
  kind: EvidenceKind;
  fileId?: string | null;
  reference?: string | null;
}

const shownStates: Record<VetoState, ShownVetoState> = {
  proposed: 'proposed',
  'noted-by-group': 'notedByGroup',
  'noted-by-village': 'notedByVillage',
  standing: 'standing',
  lifted: 'lifted',
};

export function shownState(veto: Pick<Veto, 'steps'>): ShownVetoState {
  return shownStates[vetoState(veto)];
}

/** Vetoes that a batch may hold. */
export const largestBatch = 100;

/** @throws VetoRefused */
export function proposed(rules: readonly VetoRule[], proposal: Omit<Veto, 'steps'>): Veto {
  const outcome = proposeVeto(rules, proposal);
  if (!outcome.ok) throw new VetoRefused(outcome.code, outcome.problem, fieldOf(outcome.code));
  return outcome.veto;
}

/** @throws VetoRefused */
export function after(veto: Veto, step: VetoStep, field = 'vetoId'): Veto {
  const outcome = takeVetoStep(veto, step);
  if (!outcome.ok) throw new VetoRefused(outcome.code, outcome.problem, fieldOf(outcome.code, field));
  return outcome.veto;
}

/**
 * The evidence as the veto keeps it: its kind, and the file or the paper.
 *
 * @throws VetoRefused when the rule does not accept its kind, or neither file nor paper is named
 */
export function evidenceOf(rule: Pick<VetoRule, 'evidence'> | undefined, given: readonly GivenEvidence[]): string[] {
  return given.map(({ kind, fileId, reference }) => {
    const shownBy = fileId ?? reference?.trim();
    if (!shownBy || (rule && !rule.evidence.includes(kind)))
      throw new VetoRefused('VETO_EVIDENCE_UNFIT', `${kind} does not show it`, 'evidence');
    return `${kind} ${shownBy}`;
  });
}

/** The files among the evidence, photos apart from papers. */
export function filesIn(given: readonly GivenEvidence[]): { photo: string[]; document: string[] } {
  const ids = (isPhoto: boolean) =>
    given.flatMap(({ kind, fileId }) => (fileId && (kind === 'photo') === isPhoto ? [fileId] : []));
  return { photo: ids(true), document: ids(false) };
}

/**
 * What a meeting's taking note makes of a veto; undefined when it is not its turn. Where the chain has no meeting of the group,
 * the village's meeting is the first to hear of it.
 */
export function noted(
  veto: Veto,
  kind: 'group' | 'village',
  sittingId: string,
  profile: Pick<Profile, 'stages'>,
  at: Date,
): Veto | undefined {
  const when = { sittingId, at: at.toISOString() };
  const state = vetoState(veto);
  if (kind === 'group')
    return state === 'proposed' ? { ...veto, steps: [...veto.steps, { step: 'note-by-group', ...when }] } : undefined;
  const hasGroupReview = profile.stages.some((stage) => stage.kind === 'review' && stage.unit === 'group');
  const first: VetoStep[] = state === 'proposed' && !hasGroupReview ? [{ step: 'note-by-group', ...when }] : [];
  if (state !== 'noted-by-group' && first.length === 0) return undefined;
  return { ...veto, steps: [...veto.steps, ...first, { step: 'note-by-village', ...when }] };
}

/** @throws InvalidInput */
export function assertBatch(vetoIds: readonly string[]): void {
  if (vetoIds.length === 0 || vetoIds.length > largestBatch)
    throw new InvalidInput(`A batch has 1 to ${largestBatch} vetoes.`, 'vetoIds', 'Split the batch.');
  if (!vetoIds.every(isUuid) || new Set(vetoIds).size < vetoIds.length)
    throw new InvalidInput('A veto is named twice, or by no id.', 'vetoIds');
}

/** The county's auditor answers for the whole of it. @throws NotAllowed */
export function assertAuditor(areas: readonly string[], countyCode: string): void {
  if (!covers(areas, countyCode))
    throw new NotAllowed('Vetoes are lifted by the auditor of the whole county.', 'vetoId');
}

/** What the vetoes of each household say of it; households without any are left out. */
export function vetoedByHousehold(vetoes: readonly (Veto & { householdId: string })[]): Map<string, boolean> {
  const found = new Map<string, (Veto & { householdId: string })[]>();
  for (const veto of vetoes) found.set(veto.householdId, [...(found.get(veto.householdId) ?? []), veto]);
  return new Map([...found].map(([householdId, own]) => [householdId, isVetoed(own)]));
}

/** The wording of rules, as it stands beside a household on a notice. */
export function wordsOf({ vetoes = [] }: Pick<Profile, 'vetoes'>, rules: readonly string[]): string[] {
  return rules.map((rule) => vetoes.find(({ key }) => key === rule)?.condition.zh ?? rule);
}

function fieldOf(code: string, otherwise = 'rule'): string {
  if (code.startsWith('VETO_REASON')) return 'reason';
  return code.startsWith('VETO_EVIDENCE') ? 'evidence' : otherwise;
}
