import { Refusal } from '@jingzhun/kernel';

export class EntryDiffers extends Refusal {
  readonly type = 'EntryDiffers';
  readonly code = 'ENTRY_DIFFERS';
  readonly advice = 'Compare with the signed sheet; if the sheet itself is wrong, it must be corrected first.';

  constructor(readonly householdIds: string[]) {
    super(`${householdIds.length} totals differ from their sheets; nothing of the batch was entered.`, 'entries');
  }
}
