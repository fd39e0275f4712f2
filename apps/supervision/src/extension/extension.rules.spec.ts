import type { Role } from '@jingzhun/access';
import type { ClockRow } from '../clock/clock.entity';
import type { ExtensionRow } from './extension.entity';
import { assertMayAsk, assertMayDecide, latestDueAt, movedDeadline, type Wish } from './extension.rules';

const at = (time: string) => new Date(`2015-10-12T${time}:00.000Z`);

const clock = (change: Partial<ClockRow> = {}): ClockRow => ({
  id: 'clock',
  version: 1,
  subjectKind: 'household',
  subjectId: 'household',
  stage: 'visit',
  round: 1,
  areaCode: '451225100001001',
  households: 1,
  ownerRole: 'fieldWorker',
  openedAt: at('08:00'),
  remindAt: at('14:00'),
  firstDueAt: at('16:00'),
  dueAt: at('16:00'),
  remindedAt: null,
  breachedAt: null,
  postedAt: null,
  closesAt: null,
  completedAt: null,
  outcome: null,
  ...change,
});

const wish: Wish = { version: 1, dueAt: at('18:00'), reason: 'the bridge is under water' };

describe('asking for more time', () => {
  const ask = (
    change: Partial<{
      clock: ClockRow;
      earlier: Pick<ExtensionRow, 'decision'>[];
      wish: Wish;
      roles: Role[];
      now: Date;
    }> = {},
  ) =>
    assertMayAsk(
      change.clock ?? clock(),
      change.earlier ?? [],
      change.wish ?? wish,
      { roles: change.roles ?? ['fieldWorker'] },
      change.now ?? at('15:00'),
    );

  it.each<[string, Parameters<typeof ask>[0]]>([
    ['the one who owes the stage', {}],
    ['the township officer above him', { roles: ['townshipOfficer'] }],
    ['somebody whose request was refused before', { earlier: [{ decision: 'refused' }, { decision: 'refused' }] }],
    ['somebody who was given more time once', { earlier: [{ decision: 'granted' }] }],
    ['somebody who asks for the longest time there is', { wish: { ...wish, dueAt: latestDueAt(clock()) } }],
  ])('is allowed to %s', (_, change) => {
    expect(() => ask(change)).not.toThrow();
  });

  it.each<[string, string, Parameters<typeof ask>[0]]>([
    ['by somebody else than who owes the stage', 'NotAllowed', { roles: ['groupSecretary'] }],
    ['by a field worker on a stage nobody is known to owe', 'NotAllowed', { clock: clock({ ownerRole: null }) }],
    ['on a deadline that was moved since he looked', 'StaleVersion', { clock: clock({ version: 2 }) }],
    ['without a reason', 'InvalidInput', { wish: { ...wish, reason: '  ' } }],
    ['with a book for a reason', 'InvalidInput', { wish: { ...wish, reason: 'a'.repeat(1001) } }],
    ['for less time than there is', 'InvalidInput', { wish: { ...wish, dueAt: at('15:30') } }],
    ['when the stage is done', 'StageOver', { clock: clock({ completedAt: at('14:00') }) }],
    ['when the notice hangs', 'StageOver', { clock: clock({ postedAt: at('14:00') }) }],
    ['when the deadline has passed', 'DeadlinePassed', { now: at('16:00') }],
    ['when the breach is recorded', 'DeadlinePassed', { clock: clock({ breachedAt: at('16:00') }) }],
    ['while another request waits', 'ExtensionWaiting', { earlier: [{ decision: null }] }],
    ['a third time', 'ExtensionLimitReached', { earlier: [{ decision: 'granted' }, { decision: 'granted' }] }],
    [
      'for more than twice the time of the stage',
      'ExtensionLimitReached',
      { wish: { ...wish, dueAt: new Date(latestDueAt(clock()).getTime() + 1) } },
    ],
  ])('%s is refused as %s', (_, type, change) => {
    expect(() => ask(change)).toThrow(expect.objectContaining({ type }));
  });
});

describe('deciding about more time', () => {
  const extension: ExtensionRow = {
    id: 'extension',
    clockId: 'clock',
    areaCode: '451225100001001',
    reason: wish.reason,
    dueAt: wish.dueAt,
    askedBy: 'his account',
    askedByPerson: 'he',
    askedAt: at('15:00'),
    decision: null,
    note: null,
    decidedBy: null,
    decidedByPerson: null,
    decidedAt: null,
  };
  const officer = { accountId: 'her account', personId: 'she' };
  const decide = (
    change: Partial<{
      clock: ClockRow;
      extension: ExtensionRow;
      approve: boolean;
      note: string;
      who: typeof officer;
      now: Date;
    }> = {},
  ) =>
    assertMayDecide(
      change.clock ?? clock(),
      change.extension ?? extension,
      { approve: change.approve ?? true, note: change.note },
      change.who ?? officer,
      change.now ?? at('15:30'),
    );

  it('is for another person, before the deadline', () => {
    expect(() => decide()).not.toThrow();
  });

  it('may refuse at any time, with the reason', () => {
    expect(() => decide({ approve: false, note: 'the bridge is dry', now: at('20:00') })).not.toThrow();
  });

  it.each<[string, string, Parameters<typeof decide>[0]]>([
    ['by the account that asked', 'OwnRequest', { who: { ...officer, accountId: 'his account' } }],
    ['by the person who asked, with another account', 'OwnRequest', { who: { ...officer, personId: 'he' } }],
    ['a second time', 'ExtensionDecided', { extension: { ...extension, decision: 'refused' } }],
    ['against it without a reason', 'InvalidInput', { approve: false }],
    ['for it when the stage is done', 'StageOver', { clock: clock({ completedAt: at('15:10') }) }],
    ['for it when the deadline has passed', 'DeadlinePassed', { now: at('16:00') }],
  ])('%s is refused as %s', (_, type, change) => {
    expect(() => decide(change)).toThrow(expect.objectContaining({ type }));
  });

  it('moves the reminder with the deadline', () => {
    expect(movedDeadline(clock(), at('18:00'))).toEqual({ remindAt: at('16:00'), dueAt: at('18:00') });
  });
});
