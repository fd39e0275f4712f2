import { Refusal } from '@jingzhun/kernel';

export class VisitDecided extends Refusal {
  readonly type = 'VisitDecided';
  readonly code = 'VISIT_DECIDED';
  readonly advice = 'Read the visits again; what was decided stays, and a wrong fact is corrected on the score sheet.';
}
