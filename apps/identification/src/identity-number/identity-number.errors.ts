import { Refusal } from '@jingzhun/kernel';

export class IdNumberForgotten extends Refusal {
  readonly type = 'IdNumberForgotten';
  readonly code = 'ID_NUMBER_FORGOTTEN';
  readonly advice = 'Ask the person for his identity card; nobody can read the stored number again.';
}
