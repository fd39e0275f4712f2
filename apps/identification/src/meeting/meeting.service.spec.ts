import { luocheng2015, meetingOf, tallyOf, type MeetingFact } from '@jingzhun/identification-rules';
import { testJpeg, testPng } from '@jingzhun/subgraph/testing';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { meetingFields, rosterFields, seeMeeting } from '../testing/meeting-steps';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { groupCode, townshipCode, villageCode } from '../testing/small-county';
import {
  assess,
  dayBefore,
  holdReview,
  householdsOf,
  inMeeting,
  sittingsOf,
  today,
  type ShownSitting,
} from '../testing/steps';

describe('a meeting', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(
      service,
      {
        villages: [
          [6, 3],
          [3, 3],
          [3, 3],
        ],
      },
      40,
    );
  });
  afterAll(() => service.close());

  const secretary = (village: number, group: number) =>
    service.as('groupSecretary', [groupCode(village, group)], `secretary ${village} ${group}`);
  const villageSecretary = (village: number) =>
    service.as('villageSecretary', [villageCode(village)], `village secretary ${village}`);
  const worker = (village: number) => service.as('fieldWorker', [villageCode(village)], `worker ${village}`);

  /** The open sitting of a group whose households were all assessed. */
  async function opened(village: number, group: number): Promise<ShownSitting> {
    await assess(worker(village), groupCode(village, group));
    const sittings = await sittingsOf(secretary(village, group), { kind: 'group', state: 'open' });
    return sittings.at(-1)!;
  }

  const guests = { chair: randomUUID(), recorder: randomUUID() };
  const signaturesWith = (representative: string) => [
    { as: 'chair', personId: guests.chair },
    { as: 'recorder', personId: guests.recorder },
    { as: 'representative', personId: representative },
  ];

  describe('recorded step by step', () => {
    let sitting: ShownSitting;
    const person = () => secretary(0, 0);
    const step = async (mutation: string, input: Record<string, unknown> = {}) => {
      const answer = await inMeeting(person(), mutation, sitting, input);
      if (!answer.code) sitting = answer;
      return answer;
    };

    it('waits, with what is laid before it, for its secretary', async () => {
      sitting = await opened(0, 0);
      const { facts, tally, roster: seats, closingProblems } = await seeMeeting(person(), sitting.id);
      expect(facts.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'laid'));
      expect(tally.ballots.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 6 }, () => 'undecided'));
      expect(seats.map(({ holders }) => holders.length)).toEqual(Array.from({ length: 6 }, () => 2));
      expect(closingProblems.map(({ code }) => code)).toContain('ROSTER_MISSING');
    });

    it('is convened before anything is recorded of a sitting', async () => {
      expect(await step('recordAttendance', { persons: [randomUUID()] })).toMatchObject({ code: 'NOT_AT_STAGE' });
      expect(await step('conveneMeeting', { on: '2015-02-30', place: 'School', noticeOn: today() })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'on',
      });
      expect(
        await step('conveneMeeting', { on: today(), place: 'School', noticeOn: dayBefore(today()) }),
      ).toMatchObject({ state: 'open' });
      const { facts } = await seeMeeting(person(), sitting.id);
      expect(facts.filter(({ kind }) => kind === 'seated')).toHaveLength(6);
    });

    it('refuses to close, names everything that is wrong at once, and stays as it was', async () => {
      const before = await seeMeeting(person(), sitting.id);
      const { code, problems } = await step('closeMeeting');
      expect(code).toBe('SITTING_NOT_VALID');
      expect(new Set(problems?.map((problem) => problem.code))).toEqual(
        new Set(['NO_QUORUM', 'MINUTES_MISSING', 'SIGNATURE_MISSING', 'HOUSEHOLD_UNDECIDED']),
      );
      expect(problems?.filter((problem) => problem.code === 'HOUSEHOLD_UNDECIDED')).toHaveLength(6);
      expect(await seeMeeting(person(), sitting.id)).toEqual(before);
      expect(before.closingProblems.map((problem) => problem.code)).toEqual(problems?.map((problem) => problem.code));
    });

    it('decides each household by its own votes: carried, returned with a reason, barred to kin', async () => {
      const { roster: seats } = await seeMeeting(person(), sitting.id);
      const present = seats.slice(0, 5).map(({ holders }) => holders[0]!.personId);
      const [, doubted, relative] = seats;
      await step('recordAttendance', { persons: [...present, guests.chair, guests.recorder] });
      const [householdId, relation, relativeId] = [relative!.householdId, 'sibling', present[2]];
      await step('declareRecusals', { recusals: [{ personId: present[0], householdId, relation, relativeId }] });
      const { roster: barred } = await seeMeeting(person(), sitting.id);
      expect(barred.flatMap(({ holders }) => holders.flatMap(({ recusedFrom }) => recusedFrom))).toEqual([
        relative!.householdId,
        seats[0]!.householdId,
      ]);
      await step('recordVotes', {
        votes: [
          { householdId: doubted!.householdId, for: 1, against: 2, abstain: 1, reason: 'The new roof.' },
          { householdId: relative!.householdId, for: 3, against: 0, abstain: 0 },
        ],
        rest: { for: 5, against: 0, abstain: 0 },
      });
      await step('recordMinutes', { minutes: 'Gone through one by one.', signatures: signaturesWith(present[1]!) });
      expect(await step('closeMeeting')).toMatchObject({ state: 'held', stage: 'publicity', households: 5 });
      const { tally } = await seeMeeting(person(), sitting.id);
      expect(tally.presence).toEqual([{ sitting: 1, seats: 6, taken: 5, needed: 4, quorate: true }]);
      const on = (householdId: string) => tally.ballots.find((ballot) => ballot.householdId === householdId);
      expect(on(doubted!.householdId)).toMatchObject({
        ...{ verdict: 'returned', by: 'itself', entitled: 4, barred: 1, for: 1, against: 2, abstain: 1 },
        reason: 'The new roof.',
      });
      expect(on(relative!.householdId)).toMatchObject({ verdict: 'confirmed', entitled: 3, barred: 2, for: 3 });
      expect(on(seats[5]!.householdId)).toMatchObject({ verdict: 'confirmed', by: 'the-rest', entitled: 5, for: 5 });
      const [household] = (await householdsOf(worker(0), groupCode(0, 0))).filter(
        ({ id }) => id === doubted!.householdId,
      );
      expect(household).toMatchObject({ stage: 'scoring', round: 2 });
    });

    it('can be counted again by anybody from its facts', async () => {
      const { facts, tally } = await seeMeeting(person(), sitting.id);
      const { ballots } = tallyOf(
        meetingOf(facts.map(({ sequence, kind, content }) => ({ ...content, kind, sequence }) as MeetingFact)),
        luocheng2015.meetings.group!,
      );
      expect(ballots.map(({ barred, ...ballot }) => ({ ...ballot, barred: barred.length }))).toMatchObject(
        tally.ballots,
      );
    });

    it('takes nothing more once it was held', async () => {
      expect(await step('recordVotes', { rest: { for: 1, against: 0, abstain: 0 } })).toMatchObject({
        code: 'NOT_AT_STAGE',
      });
    });

    it('keeps every fact as it was recorded, also from the service itself', async () => {
      const change = async (statement: string) => {
        const client = new Client({ connectionString: service.database.runningUrl });
        await client.connect();
        try {
          await client.query(`SELECT set_config('jingzhun.scope', '45', false)`);
          await client.query(statement);
        } finally {
          await client.end();
        }
      };
      await expect(change(`UPDATE meeting_fact SET content = '{}'`)).rejects.toThrow('only added');
      await expect(change(`DELETE FROM meeting_fact`)).rejects.toThrow('only added');
    });
  });

  describe('recorded from its protocol', () => {
    let sitting: ShownSitting;
    const person = () => secretary(0, 1);

    it('is refused whole when it was not lawful', async () => {
      sitting = await opened(0, 1);
      const { facts } = await seeMeeting(person(), sitting.id);
      const { code, problems } = await holdReview(person(), 'Group', sitting, { attendance: [] });
      expect(code).toBe('SITTING_NOT_VALID');
      expect(problems?.map((problem) => problem.code)).toContain('NO_QUORUM');
      expect((await seeMeeting(person(), sitting.id)).facts).toEqual(facts);
    });

    it('goes on another day when too few came, with the deadline where it was', async () => {
      const before = await seeMeeting(person(), sitting.id);
      const [seat] = before.roster;
      const tomorrow = dayBefore(today(), -1);
      const adjourned = await holdReview(person(), 'Group', sitting, {
        attendance: [seat!.holders[0]!.personId],
        votes: [],
        rest: null,
        signatures: [],
        referrals: [],
        adjournment: { to: tomorrow, reason: 'Too few came.' },
      });
      expect(adjourned).toMatchObject({ state: 'open', stage: 'group-review' });
      expect((await seeMeeting(person(), sitting.id)).dueAt).toBe(before.dueAt);
      const early = await holdReview(person(), 'Group', adjourned, { heldOn: today() });
      expect(early.problems?.map(({ code }) => code)).toContain('SECOND_SITTING_TOO_EARLY');
      // The compressed days of this campaign run ahead of ours, so that tomorrow has come already.
      const held = await holdReview(person(), 'Group', adjourned, { heldOn: tomorrow, noticeOn: today() });
      expect(held).toMatchObject({ state: 'held', households: 3 });
      const after = await seeMeeting(person(), sitting.id);
      expect(after.tally.presence.map(({ quorate }) => quorate)).toEqual([false, true]);
      expect(after.heldOn).toBe(tomorrow);
      const { facts } = await seeMeeting(person(), sitting.id, 'facts { kind content }');
      expect(facts.filter(({ kind }) => kind === 'seated')).toHaveLength(3);
    });

    it('is kept once, however often it is sent', async () => {
      const third = await opened(1, 0);
      const key = randomUUID();
      const answers = [
        await holdReview(secretary(1, 0), 'Group', third, { key, attendance: [], adjournment: adjourning() }),
        await holdReview(secretary(1, 0), 'Group', third, { key, attendance: [], adjournment: adjourning() }),
      ];
      // The second protocol names other guests, so that it is another request under the same key.
      expect(answers[0]).toMatchObject({ state: 'open' });
      expect(answers[1]).toMatchObject({ code: 'KEY_REUSED' });
      const { facts } = await seeMeeting(secretary(1, 0), third.id);
      expect(facts.filter(({ kind }) => kind === 'convened')).toHaveLength(1);
    });

    const adjourning = () => ({ to: dayBefore(today(), -1), reason: 'The road is washed away.' });
  });

  describe('with an error in its record', () => {
    it('strikes the fact with a reason, and closes by what is left', async () => {
      const sitting = await opened(1, 1);
      const person = secretary(1, 1);
      const wrong = await inMeeting(person, 'conveneMeeting', sitting, {
        on: today(),
        place: 'School',
        noticeOn: today(),
      });
      const voted = await inMeeting(person, 'recordVotes', wrong, {
        votes: [{ householdId: randomUUID(), for: 1, against: 0, abstain: 0 }],
      });
      const refused = await holdReview(person, 'Group', voted);
      expect(refused.problems?.map(({ code }) => code)).toEqual(['HOUSEHOLD_NOT_LAID']);
      const { facts } = await seeMeeting(person, sitting.id);
      const vote = facts.find(({ kind }) => kind === 'voted')!;
      const laid = facts.find(({ kind }) => kind === 'laid')!;
      const strike = (fact: number, reason: string) => inMeeting(person, 'strikeMeetingFact', voted, { fact, reason });
      expect(await strike(laid.sequence, 'No.')).toMatchObject({ code: 'INVALID_INPUT', field: 'fact' });
      expect(await strike(vote.sequence, ' ')).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
      const struck = await strike(vote.sequence, 'Of another group.');
      expect(await holdReview(person, 'Group', struck)).toMatchObject({ state: 'held' });
      const after = await seeMeeting(person, sitting.id);
      expect(after.facts.filter(({ kind }) => ['voted', 'struck'].includes(kind))).toHaveLength(2);
    });
  });

  describe('with pictures', () => {
    it('keeps them as evidence of the meeting, and refuses those of others with all that came along', async () => {
      const sitting = await opened(2, 0);
      const person = secretary(2, 0);
      const area = groupCode(2, 0);
      const photo = await person.handIn('photo', area, testJpeg());
      const signature = await person.handIn('signature', area, testPng(200, 80));
      const foreign = await service.as('fieldWorker', [area], 'somebody else').handIn('photo', area, testJpeg());
      expect(await holdReview(person, 'Group', sitting, { photos: [foreign] })).toMatchObject({
        code: 'FILE_NOT_USABLE',
        field: 'photos',
      });
      expect((await seeMeeting(person, sitting.id)).facts.some(({ kind }) => kind === 'convened')).toBe(false);
      const convened = await inMeeting(person, 'conveneMeeting', sitting, {
        on: today(),
        place: 'School',
        noticeOn: dayBefore(today()),
      });
      const recorded = await inMeeting(person, 'recordMinutes', convened, {
        photos: [photo],
        signatures: [
          {
            as: 'chair',
            personId: (await seeMeeting(person, sitting.id)).roster[1]!.holders[0]!.personId,
            fileId: signature,
          },
        ],
      });
      const { facts } = await seeMeeting(person, sitting.id);
      expect(facts.filter(({ kind }) => kind === 'photographed').map(({ content }) => content.fileId)).toEqual([photo]);
      expect(facts.filter(({ kind }) => kind === 'signed').map(({ content }) => content.fileId)).toEqual([signature]);
      const { storedFile } = await person.ask<{ storedFile: { attachedSubject: string; attachedTo: string } }>(
        `query ($id: ID!) { storedFile(id: $id) { attachedSubject attachedTo } }`,
        { id: photo },
      );
      expect(storedFile).toEqual({ attachedSubject: 'sitting', attachedTo: sitting.id });
      expect(recorded.version).toBe(convened.version + 1);
    });
  });

  describe('and its people', () => {
    it('show their names to the secretaries only', async () => {
      const [sitting] = await sittingsOf(secretary(0, 0), { kind: 'group' });
      const officer = service.as('townshipOfficer', [townshipCode]);
      const seen = await seeMeeting(officer, sitting!.id, meetingFields);
      expect(seen.tally.ballots).toHaveLength(6);
      expect(JSON.stringify(seen)).not.toContain('Person ');
      const asked = await officer.execute(`query ($id: ID!) { sitting(id: $id) { ${rosterFields} } }`, {
        id: sitting!.id,
      });
      expect(asked.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
      expect(JSON.stringify(await seeMeeting(secretary(0, 0), sitting!.id, rosterFields))).toContain('Person ');
    });

    it('are recorded by the secretary of the unit, not by the one above or beside', async () => {
      const sitting = (await sittingsOf(secretary(2, 0), { state: 'open' })).at(-1)!;
      const attendance = { persons: [randomUUID()] };
      expect(await inMeeting(villageSecretary(2), 'recordAttendance', sitting, attendance)).toMatchObject({
        code: 'NOT_ALLOWED',
      });
      expect(await inMeeting(secretary(2, 1), 'recordAttendance', sitting, attendance)).toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
});
