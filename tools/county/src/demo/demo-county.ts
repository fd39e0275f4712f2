import { generateCounty, type County } from '../generator/generate-county';

export const demoSeed = 'demo';
export const demoHouseholds = 300;

/** Seven of these days are a publicity, which the first start waits for; twenty of them are the time for a visit. */
export const demoDayMilliseconds = 8_000;

export function demoCounty(): County {
  return generateCounty({ households: demoHouseholds, seed: demoSeed });
}
