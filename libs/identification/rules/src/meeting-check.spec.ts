import { checkMeetings } from './meeting-check';
import type { MeetingTerms } from './profile';
import { luocheng2015 } from './profiles/luocheng-2015';

const { stages, meetings } = luocheng2015;
const pathsWith = (unit: 'group' | 'village', change: Partial<MeetingTerms>) =>
  checkMeetings({ stages, meetings: { ...meetings, [unit]: { ...meetings[unit], ...change } } }).map(
    ({ path }) => path,
  );
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('how the meetings of a profile are held', () => {
  it('must be said for every unit that reviews, and need not for any other', () => {
    expect(checkMeetings({ stages, meetings })).toEqual([]);
    expect(checkMeetings({ stages, meetings: {} }).map(({ path }) => path)).toEqual([
      'meetings.group',
      'meetings.village',
    ]);
    const inTheVillage = stages.filter(({ unit }) => unit !== 'group');
    expect(checkMeetings({ stages: inTheVillage, meetings: { village: meetings.village } })).toEqual([]);
  });

  it.each([
    [0, 3],
    [4, 3],
    [2.5, 3],
    [1, 0],
  ])('names shares that are shares: not %d of %d', (numerator, denominator) => {
    const { quorum, vote } = meetings.group!;
    expect(pathsWith('group', { quorum: { ...quorum, present: share(numerator, denominator) } })).toEqual([
      'meetings.group.quorum.present',
    ]);
    expect(pathsWith('village', { vote: { ...vote, moreThan: share(numerator, denominator) } })).toEqual([
      'meetings.village.vote.moreThan',
    ]);
  });

  it('may want everybody present, but never more votes than there are', () => {
    const { quorum, vote } = meetings.group!;
    expect(pathsWith('group', { quorum: { ...quorum, present: share(1, 1) } })).toEqual([]);
    expect(pathsWith('group', { vote: { ...vote, moreThan: share(1, 1) } })).toEqual(['meetings.group.vote.moreThan']);
  });

  it('gives the seats of a group to its own people, from an age of at least one year', () => {
    const { quorum } = meetings.group!;
    expect(pathsWith('group', { quorum: { ...quorum, seats: 'village-representatives', adultAge: 0 } })).toEqual([
      'meetings.group.quorum.adultAge',
      'meetings.group.quorum.seats',
    ]);
    expect(pathsWith('group', { quorum: { ...quorum, seats: 'adults', adultAge: 1 } })).toEqual([]);
  });

  it('counts notice, photos and signatures in whole numbers, and may want none', () => {
    expect(pathsWith('village', { noticeDays: 0, photos: 0, representatives: 0 })).toEqual([]);
    expect(pathsWith('village', { noticeDays: -1, photos: 0.5, representatives: -1 })).toEqual([
      'meetings.village.noticeDays',
      'meetings.village.photos',
      'meetings.village.representatives',
    ]);
  });

  it('names every relation that bars', () => {
    expect(pathsWith('group', { recusal: { relations: ['parent', ''] } })).toEqual([
      'meetings.group.recusal.relations[1]',
    ]);
  });

  it('compares groups in the village only, by measures that can be reached', () => {
    const outliers = meetings.village!.outliers!;
    expect(pathsWith('group', { outliers })).toEqual(['meetings.group.outliers']);
    expect(pathsWith('village', { outliers: { households: 1, pairsOf100: 100, sameScorePercent: 100 } })).toEqual([]);
    expect(pathsWith('village', { outliers: { households: 0, pairsOf100: 50, sameScorePercent: 0 } })).toEqual([
      'meetings.village.outliers.households',
      'meetings.village.outliers.pairsOf100',
      'meetings.village.outliers.sameScorePercent',
    ]);
    expect(pathsWith('village', { outliers: { households: 1, pairsOf100: 101, sameScorePercent: 101 } })).toEqual([
      'meetings.village.outliers.pairsOf100',
      'meetings.village.outliers.sameScorePercent',
    ]);
  });
});
