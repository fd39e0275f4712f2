export { runCampaign, type CampaignRun } from './campaign/run-campaign';
export type { CampaignResult } from './campaign/result';
export { demoEnvironment, seedDemo } from './demo';
export { firstAdministrator, type FirstAdministrator } from './force/first-administrator';
export { Tally } from './force/tally';
export { GatewayClient } from './gateway/gateway-client';
export { Session, type Credentials } from './gateway/session';
export { generateCounty, type County, type CountyWish } from './generator/generate-county';
