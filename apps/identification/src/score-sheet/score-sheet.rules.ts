import { scoreOfAnswers, type Answer, type Form } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { SheetNotValid } from './score-sheet.errors';

export interface Scored {
  total: number;
  points: { item: string; points: number }[];
}

/** @throws InvalidInput when the answers belong to another form; SheetNotValid naming every item at fault. */
export function scoreSheet(form: Form, formVersion: string, answers: readonly Answer[]): Scored {
  if (formVersion !== form.version)
    throw new InvalidInput(
      `The campaign uses form ${form.version}.`,
      'formVersion',
      'Load the present form and fill it.',
    );
  const score = scoreOfAnswers(form, answers);
  if (!score.ok) throw new SheetNotValid(score.problems);
  return score;
}
