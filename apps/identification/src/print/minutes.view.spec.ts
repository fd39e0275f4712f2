import { luocheng2015, meetingOf, tallyOf, type MeetingEvent } from '@jingzhun/identification-rules';
import { minutesView } from './minutes.view';

const areas = { county: '罗城', township: '东门镇', village: '平洛村', group: '第一村民小组' };
const sitting = { kind: 'group' as const, round: 1 };
const households = [1, 2, 3].map((number) => ({
  id: `h${number}`,
  number: `451225100201001000${number}`,
  head: `户主${number}`,
  total: 40,
}));
const names = new Map([
  ['h1-man', '罗一'],
  ['h2-man', '银二'],
]);

function viewOf(events: MeetingEvent[]) {
  const laid = households.map(({ id }): MeetingEvent => {
    return { kind: 'laid', householdId: id, assessment: 'sheet', confirmedIn: null };
  });
  const meeting = meetingOf([...laid, ...events].map((event, place) => ({ ...event, sequence: place + 1 })));
  const recorded = { meeting, tally: tallyOf(meeting, luocheng2015.meetings.group!), names };
  return minutesView({ areas, sitting, recorded, households });
}

const held: MeetingEvent[] = [
  ...households.map(({ id }): MeetingEvent => ({ kind: 'seated', seat: id, householdId: id, holders: [`${id}-man`] })),
  { kind: 'convened', sitting: 1, on: '2015-11-06', place: '祠堂', noticeOn: '2015-11-05' },
  ...['h1-man', 'h2-man', 'guest'].map((personId): MeetingEvent => ({ kind: 'attended', sitting: 1, personId })),
  { kind: 'voted', sitting: 1, householdId: 'h3', for: 0, against: 2, abstain: 0, reason: '新房未计' },
  { kind: 'voted-on-the-rest', sitting: 1, for: 2, against: 0, abstain: 0, except: [] },
  { kind: 'minutes-taken', sitting: 1, text: '逐户评议。' },
  { kind: 'signed', sitting: 1, as: 'chair', personId: 'guest' },
  { kind: 'signed', sitting: 1, as: 'recorder', personId: 'h1-man' },
];

describe('the minutes on paper', () => {
  it('are an empty sheet to take along before the meeting', () => {
    const view = viewOf([]);
    expect(view.sittings).toMatchObject([{ on: null, presence: null, attendees: [], text: null }]);
    expect(view.households.map(({ verdict, votes, barred }) => [verdict, votes, barred])).toEqual(
      households.map(() => [null, null, null]),
    );
    expect(view.signers.map(({ as, name }) => [as, name])).toEqual([
      ['主持人', null],
      ['记录人', null],
      ['群众代表', null],
    ]);
  });

  it('say who was there, in which seat, and whether they were enough', () => {
    expect(viewOf(held).sittings).toEqual([
      {
        ...{ on: '2015-11-06', place: '祠堂', chair: null, recorder: '罗一', text: '逐户评议。', adjourned: null },
        presence: { seats: 3, taken: 2, needed: 2 },
        attendees: [
          { name: '', as: '列席' },
          { name: '罗一', as: '户代表' },
          { name: '银二', as: '户代表' },
        ],
      },
    ]);
  });

  it('say of each household how it was decided, and count only what was counted by itself', () => {
    expect(viewOf(held).households).toMatchObject([
      { code: '0001', verdict: 'confirmed', votes: null, barred: 1 },
      { code: '0002', verdict: 'confirmed', votes: null, barred: 1 },
      { code: '0003', verdict: 'returned', votes: { for: 0, against: 2, abstain: 0 }, barred: 0, reason: '新房未计' },
    ]);
  });

  it('have a place for every signature that is wanting', () => {
    expect(viewOf(held).signers.map(({ as, name, on }) => [as, name, on])).toEqual([
      ['主持人', null, '2015-11-06'],
      ['记录人', '罗一', '2015-11-06'],
      ['群众代表', null, null],
    ]);
  });

  it('keep the sitting that was adjourned apart from the one that decided', () => {
    const to = '2015-11-10';
    const { sittings } = viewOf([
      ...held,
      { kind: 'adjourned', sitting: 1, to, reason: '天黑' },
      { kind: 'convened', sitting: 2, on: to, place: '祠堂', noticeOn: '2015-11-07' },
    ]);
    expect(sittings.map(({ on, adjourned }) => [on, adjourned?.to])).toEqual([
      ['2015-11-06', to],
      [to, undefined],
    ]);
  });
});
