import { Refusal } from '@jingzhun/kernel';

export class LeadDecided extends Refusal {
  readonly type = 'LeadDecided';
  readonly code = 'LEAD_DECIDED';
  readonly advice = 'Read the decision; where it is a change request, decide or decline that first.';
}
