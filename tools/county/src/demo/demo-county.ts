import { generateCounty, type County } from '../generator/generate-county';

export const demoSeed = 'demo';
export const demoHouseholds = 300;

/** Seven of these days are a publicity, twenty of them the time for a visit. */
export const demoDayMilliseconds = 4_000;

export function demoCounty(): County {
  return generateCounty({ households: demoHouseholds, seed: demoSeed });
}
