import { areasOf, type Village } from './areas';
import { householdNumbers } from './household';
import { addMeetingFigures, meetingFiguresOf, type MeetingFigures } from './meeting-figures';
import { isDoubtedByGroup, isDoubtedByVillage, isPoorlyAttended } from './meeting-plan';
import { objectionsIn } from './objections';
import { sizeFor } from './size';

const villages = areasOf(sizeFor(2_000), 'meetings').townships.flatMap((township) => township.villages);

/** A village with so many households in each of its groups. */
function villageOf(...households: number[]): Village {
  const [model] = villages;
  const [group] = model!.groups;
  const groups = households.map((count, place) => ({
    ...group!,
    code: model!.code + String(place + 1).padStart(3, '0'),
    households: count,
  }));
  return { ...model!, groups };
}

/** The campaign of a village, household by household and meeting by meeting, as the force and the services go about it. */
function playedOut(village: Village, seed: string): MeetingFigures {
  const figures = { groupSittings: 0, villageSittings: 0, publicities: 0, returned: 0, returnedByVillage: 0 };
  let [changed, adjourned] = [0, Number(isPoorlyAttended(seed, village.code))];
  const held: string[] = [];
  const before = new Map<string, string[]>();
  let reviewed: string[] = [];

  const throughGroup = (code: string, round: number, laid: readonly string[]): number => {
    const group = village.groups.find((each) => each.code === code)!;
    figures.groupSittings += 1;
    const back = laid.filter((number) => round === 1 && group.households > 1 && isDoubtedByGroup(seed, number));
    figures.returned += back.length;
    const shown = laid.filter((number) => !back.includes(number));
    figures.publicities += Number(shown.length > 0);
    for (const { kind, decision, number } of objectionsIn(group, seed).filter((made) => made.round === round)) {
      if (kind === 'missed') continue;
      expect(shown).toContain(number);
      if (decision === 'scoreChanged') back.push(number);
      else held.push(number);
      changed += Number(decision === 'scoreChanged');
    }
    reviewed.push(...shown.filter((number) => !back.includes(number) && !held.includes(number)));
    return back.length > 0 ? throughGroup(code, round + 1, back) : round;
  };

  const rounds = new Map(
    village.groups.map((group) => {
      adjourned += Number(isPoorlyAttended(seed, group.code));
      return [group.code, throughGroup(group.code, 1, householdNumbers(group))] as const;
    }),
  );
  const alone = village.groups.length === 1 && village.groups[0]!.households === 1;
  for (let round = 1; reviewed.length > 0; round += 1) {
    figures.villageSittings += 1;
    const laid = reviewed;
    reviewed = [];
    for (const number of laid.filter((each) => round === 1 && !alone && isDoubtedByVillage(seed, each)))
      before.set(number.slice(0, 15), [...(before.get(number.slice(0, 15)) ?? []), number]);
    for (const [code, back] of before) {
      figures.returned += back.length;
      figures.returnedByVillage += back.length;
      throughGroup(code, rounds.get(code)! + 1, back);
    }
    before.clear();
  }
  // One after the other, each in a sitting of its own.
  return {
    ...figures,
    changed,
    adjourned,
    heldBack: held.length,
    villageSittings: figures.villageSittings + held.length,
  };
}

describe('what the meetings of a made-up county come to', () => {
  it('is the same for the same seed, and another for another', () => {
    const of = (seed: string) => villages.map((village) => meetingFiguresOf(village, seed));
    expect(of('one')).toEqual(of('one'));
    expect(of('one')).not.toEqual(of('two'));
  });

  it('is what comes of playing it out, whoever is sent back, objected to and held in whatever order', () => {
    const seen = { twice: 0, thrice: 0, allReturned: 0, nobodyElse: 0 };
    const tried: [Village, seeds: number][] = [
      [villageOf(1), 200],
      [villageOf(2), 2_500],
      [villageOf(1, 1), 200],
      [villageOf(2, 3), 200],
      [villageOf(45), 100],
      [villageOf(40, 55, 60), 20],
    ];
    for (const [village, seeds] of tried) {
      for (let seed = 0; seed < seeds; seed += 1) {
        const figures = meetingFiguresOf(village, String(seed));
        expect(figures).toEqual(playedOut(village, String(seed)));
        const groups = village.groups.length;
        seen.twice += Number(figures.groupSittings > groups && figures.returnedByVillage > 0 && figures.changed > 0);
        seen.thrice += Number(figures.groupSittings > 2 * groups);
        seen.allReturned += Number(figures.publicities < figures.groupSittings);
        seen.nobodyElse += Number(figures.villageSittings === figures.heldBack);
      }
    }
    // All of these came up, so that the comparison says something about them.
    expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
  });

  it('adds up over villages', () => {
    const [one, other] = villages.map((village) => meetingFiguresOf(village, 'meetings'));
    const both = addMeetingFigures([one!, other!]);
    expect(both.groupSittings).toBe(one!.groupSittings + other!.groupSittings);
    expect(both.adjourned).toBe(one!.adjourned + other!.adjourned);
  });

  it('returns nobody from a group of one household, on which nobody else can vote', () => {
    for (let seed = 0; seed < 200; seed += 1)
      expect(meetingFiguresOf(villageOf(1), String(seed))).toMatchObject({ returned: 0 });
  });
});
