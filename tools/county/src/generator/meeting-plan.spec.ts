import { areasOf } from './areas';
import { householdNumbers } from './household';
import { addMeetingFigures, isDoubtedByGroup, isDoubtedByVillage, meetingFiguresOf } from './meeting-plan';
import { sizeFor } from './size';

const villages = areasOf(sizeFor(2_000), 'meetings').townships.flatMap((township) => township.villages);

describe('what the meetings of a made-up county decide', () => {
  it('is the same for the same seed, and another for another', () => {
    const of = (seed: string) => villages.map((village) => meetingFiguresOf(village, seed));
    expect(of('one')).toEqual(of('one'));
    expect(of('one')).not.toEqual(of('two'));
  });

  it('sends back about three households of a hundred from the group, and fewer from the village', () => {
    const numbers = villages.flatMap((village) => village.groups.flatMap(householdNumbers));
    const share = (isDoubted: (seed: string, number: string) => boolean) =>
      numbers.filter((number) => isDoubted('meetings', number)).length / numbers.length;
    expect(share(isDoubtedByGroup)).toBeGreaterThan(0.02);
    expect(share(isDoubtedByGroup)).toBeLessThan(0.04);
    expect(share(isDoubtedByVillage)).toBeLessThan(0.012);
  });

  it('gives one more review to every group and village that sent somebody back, and one more notice to the group', () => {
    const figures = addMeetingFigures(villages.map((village) => meetingFiguresOf(village, 'meetings')));
    const groups = villages.flatMap((village) => village.groups);
    const after = (isDoubted: (seed: string, number: string) => boolean) =>
      groups.filter((group) => householdNumbers(group).some((number) => isDoubted('meetings', number))).length;
    expect(figures.groupSittings).toBe(groups.length + after(isDoubtedByGroup) + after(isDoubtedByVillage));
    expect(figures.publicities).toBe(figures.groupSittings);
    expect(figures.villageSittings).toBeGreaterThan(villages.length);
    expect(figures.adjourned).toBeGreaterThan(0);
  });

  it('returns nobody from a group of one household, on which nobody else can vote', () => {
    const [village] = villages;
    const alone = { ...village!, groups: [{ ...village!.groups[0]!, households: 1 }] };
    for (let seed = 0; seed < 200; seed += 1)
      expect(meetingFiguresOf(alone, String(seed))).toMatchObject({ returned: 0, groupSittings: 1, publicities: 1 });
  });
});
