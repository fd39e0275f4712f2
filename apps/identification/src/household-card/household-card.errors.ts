import { Refusal } from '@jingzhun/kernel';

export class CardNotOffered extends Refusal {
  readonly type = 'CardNotOffered';
  readonly code = 'CARD_NOT_OFFERED';
  readonly advice = 'A card is filled of a poor household, once the county has approved its line.';
}
