import { areasOf } from './areas';
import { householdNumbers } from './household';
import { isDoubtedByGroup, isDoubtedByVillage, returnedByGroup } from './meeting-plan';
import { sizeFor } from './size';

const groups = areasOf(sizeFor(2_000), 'meetings').townships.flatMap((township) =>
  township.villages.flatMap((village) => village.groups),
);

describe('what the meetings of a made-up county decide', () => {
  it('sends back about three households of a hundred from the group, and fewer from the village', () => {
    const numbers = groups.flatMap(householdNumbers);
    const share = (isDoubted: (seed: string, number: string) => boolean) =>
      numbers.filter((number) => isDoubted('meetings', number)).length / numbers.length;
    expect(share(isDoubtedByGroup)).toBeGreaterThan(0.02);
    expect(share(isDoubtedByGroup)).toBeLessThan(0.04);
    expect(share(isDoubtedByVillage)).toBeLessThan(0.012);
  });

  it('sends nobody back from a group of one household, on which nobody else can vote', () => {
    for (let seed = 0; seed < 200; seed += 1)
      expect(returnedByGroup({ ...groups[0]!, households: 1 }, String(seed))).toEqual([]);
  });
});
