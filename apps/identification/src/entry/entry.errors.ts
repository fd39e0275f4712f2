import { Refusal } from '@jingzhun/kernel';

export class EntryDiffers extends Refusal {
  readonly type = 'EntryDiffers';
  readonly code = 'ENTRY_DIFFERS';
  readonly advice = 'Compare with the signed sheet and with the vetoes; what is wrong there must be corrected there first.';

  constructor(readonly householdIds: string[]) {
    super(`${householdIds.length} households differ from their sheets or vetoes; nothing of the batch was entered.`, 'entries');
  }
}
