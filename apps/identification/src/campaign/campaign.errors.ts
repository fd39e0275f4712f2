import { Refusal } from '@jingzhun/kernel';

export class CampaignAlreadyOpen extends Refusal {
  readonly type = 'CampaignAlreadyOpen';
  readonly code = 'CAMPAIGN_ALREADY_OPEN';
  readonly advice = 'Work in the open campaign; its profile cannot be exchanged.';
}
