import {
  factsOf,
  isSameFact,
  observationsFor,
  scoreOf,
  type Form,
  type ItemScore,
  type Observation,
  type Profile,
  type RegisteredMember,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { NotAtStage } from '../case/case.errors';
import { FactsNotValid } from '../observation/observation.errors';
import { SheetClosed } from './score-sheet.errors';

/** The levels that hold on one item. */
export interface Answer {
  item: string;
  levels: string[];
}

/** What a sheet says: levels, points and total, and the facts they were found from, each once. */
export interface FilledSheet {
  formVersion: string;
  answers: Answer[];
  points: { item: string; points: number }[];
  total: number;
  facts: Observation[];
}

/** @throws FactsNotValid naming every fact that is wrong or still wanted */
export function fillSheet(
  form: Form,
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): FilledSheet {
  const score = scoreOf(form, members, observationsFor(form, observations));
  if (!score.ok) throw new FactsNotValid(score.problems);
  const used = score.items.flatMap(({ facts }) => facts);
  return {
    formVersion: form.version,
    answers: score.items.map(({ item, levels }) => ({ item, levels })),
    points: score.items.map(({ item, points }) => ({ item, points })),
    total: score.total,
    facts: used.filter((fact, place) => used.findIndex((other) => isSameFact(other, fact)) === place),
  };
}

/** The items of a sheet as they were scored, each with its facts. */
export function itemsOf(form: Form, { answers, points, facts }: Omit<FilledSheet, 'formVersion' | 'total'>): ItemScore[] {
  return form.items.map((item) => {
    const wanted = new Set(factsOf(item).map(({ fact }) => fact));
    return {
      item: item.key,
      levels: answers.find((answer) => answer.item === item.key)?.levels ?? [],
      points: points.find((each) => each.item === item.key)?.points ?? 0,
      facts: facts.filter(({ fact }) => wanted.has(fact)),
    };
  });
}

/** @throws FactsNotValid when a fact is given that is known: it is asked once, and a wrong one is corrected. */
export function assertUnknown(known: readonly Observation[], given: readonly Observation[]): void {
  const again = given.filter((fact) => known.some((other) => isSameFact(other, fact)));
  if (again.length > 0)
    throw new FactsNotValid(
      again.map(({ fact, ...place }) => ({
        ...(place.member !== undefined && { member: place.member }),
        fact,
        code: 'FACT_KNOWN',
        problem: 'is known already',
      })),
    );
}

/** @throws InvalidInput */
export function assertSigned(
  { signedSheets }: Pick<Profile, 'signedSheets'>,
  { headSignatureId, assessorSignatureIds }: { headSignatureId?: string | null; assessorSignatureIds?: string[] | null },
): void {
  if (!signedSheets) return;
  if (!headSignatureId)
    throw new InvalidInput('The head has not signed.', 'headSignatureId', 'Hand in the signature and send its id.');
  if (!assessorSignatureIds?.length)
    throw new InvalidInput('No assessor has signed.', 'assessorSignatureIds', 'Hand in the signatures and send their ids.');
}

/** @throws InvalidInput */
export function assertReason(reason: string | null | undefined): asserts reason is string {
  if (!reason?.trim()) throw new InvalidInput('No reason is given.', 'reason', 'Say why the facts are other ones.');
}

/**
 * Those who filled a sheet may alter it until the first meeting has spoken of the household.
 *
 * @throws NotAtStage before it is filled, SheetClosed
 */
export function assertSheetOpen({ stages }: Pick<Profile, 'stages'>, at: { stage: string; hasSheet: boolean }): void {
  if (!at.hasSheet) throw new NotAtStage('The household was not scored yet.', 'householdId');
  const scoring = stages.findIndex(({ kind }) => kind === 'scoring');
  const meeting = stages.findIndex(({ kind }, place) => place > scoring && ['review', 'entry'].includes(kind));
  const now = stages.findIndex(({ key }) => key === at.stage);
  if (now < 0 || now > meeting) throw new SheetClosed('The meeting has spoken on this sheet.', 'householdId');
}
