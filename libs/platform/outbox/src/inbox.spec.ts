import { randomUUID } from 'node:crypto';
import type { Envelope } from '@jingzhun/contracts/envelope';
import { countyWide, type Database } from '@jingzhun/database';
import fc from 'fast-check';
import { Inbox, type IncomingMessage } from './inbox';
import type { Reaction } from './reaction';
import { OutboxDatabase } from './testing/outbox-database';
import { sampleEvent, type Sample } from './testing/sample-events';
import { tallied, tally } from './testing/tally';

interface DeadLetter {
  topic: string;
  partition: number;
  message_offset: string;
  reason: string;
  message: string;
}

/** Messages are handed over as they would come from Kafka; the database is real. */
describe('the inbox', () => {
  let outbox: OutboxDatabase;
  let database: Database;

  beforeAll(async () => {
    outbox = await OutboxDatabase.create();
  });
  beforeEach(async () => {
    database = await outbox.replica();
  });
  afterAll(() => outbox.drop());
  const clear = () => database.transaction(countyWide, (tx) => tx.query('DELETE FROM tally'));
  beforeEach(clear);

  const inbox = (...reactions: Reaction[]) => new Inbox(database, randomUUID(), reactions);

  let offset = 0;
  const message = (value: string | Envelope): IncomingMessage => ({
    topic: 'spec',
    partition: 1,
    offset: String((offset += 1)),
    value: typeof value === 'string' ? value : JSON.stringify(value),
  });
  const sample = (household: string, sequence: number) => sampleEvent('spec', { household, sequence });

  const parked = ({ consumer }: Inbox) =>
    outbox.rows<DeadLetter>('SELECT * FROM dead_letter WHERE consumer = $1 ORDER BY id', [consumer]);
  const consumed = ({ consumer }: Inbox) =>
    outbox.number(`SELECT sum(events) FROM inbox_consumed WHERE consumer = '${consumer}'`);

  it('drops what it has seen, in one batch, in the next, and by another replica at the same time', async () => {
    const one = inbox(tally('spec'));
    const event = sample('A', 1);
    await one.take([message(event), message(event)]);
    await one.take([message(event), message(sample('A', 2))]);
    await Promise.all([1, 2, 3].map(() => one.take([message(event), message(sample('A', 3))])));
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 3, events: 5 }]);
    expect(await consumed(one)).toBe(5);
  });

  it('lets every consumer see every event', async () => {
    const event = sample('A', 1);
    for (const one of [inbox(tally('spec')), inbox(tally('spec'))]) await one.take([message(event)]);
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 1, events: 2 }]);
  });

  it('comes to the same result from a log that is shuffled, repeated and cut anywhere', async () => {
    const log = ['A', 'B', 'C'].flatMap((household) => [1, 2, 3, 4].map((sequence) => sample(household, sequence)));
    const places = log.map((_, index) => index);
    const order = fc.tuple(fc.shuffledSubarray(places, { minLength: log.length }), fc.shuffledSubarray(places));
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.nat(24), { maxLength: 4 }), async ([all, again], cuts) => {
        await clear();
        const one = inbox(tally('spec'));
        const messages = [...all, ...again].map((place) => message(log[place]!));
        const ends = [...cuts.sort((a, b) => a - b), messages.length];
        let from = 0;
        for (const end of ends) {
          if (end > from) await one.take(messages.slice(from, end));
          from = Math.max(from, end);
        }
        const expected = ['A', 'B', 'C'].map((household) => ({ household, highest: 4, events: 4 }));
        expect(await tallied(outbox)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('hands events over in the order of their coming', async () => {
    const seen: number[] = [];
    const watching = tally('spec', (events) =>
      Promise.resolve(void seen.push(...events.map(({ data }) => data.sequence))),
    );
    const one = inbox(watching);
    await one.take([3, 1, 2].map((sequence) => message(sample('A', sequence))));
    expect(seen).toEqual([3, 1, 2]);
  });

  it('parks events that make their reaction fail again and again, with the reason, and takes all the others', async () => {
    let attempts = 0;
    const choking = tally('spec', (events: Envelope<Sample>[]) => {
      if (!events.some(({ data }) => data.household === 'poison')) return Promise.resolve();
      attempts += events.length === 1 ? 1 : 0;
      return Promise.reject(new Error('cannot digest it'));
    });
    const one = inbox(choking);
    const poison = [10, 20].map((sequence) => message(sample('poison', sequence)));
    const good = Array.from({ length: 40 }, (_, sequence) => message(sample('A', sequence)));
    await one.take([...good.slice(0, 5), poison[0]!, ...good.slice(5, 30), poison[1]!, ...good.slice(30)]);
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 39, events: 40 }]);
    expect(await parked(one)).toMatchObject(
      poison.map(({ offset: message_offset, value }) => ({
        topic: 'spec',
        partition: 1,
        message_offset,
        reason: 'cannot digest it',
        message: value,
      })),
    );
    expect(attempts).toBe(6);
    expect(await consumed(one)).toBe(40);
  });

  it('parks an event whose reaction the database refuses, with the database’s reason', async () => {
    const failing: Reaction = {
      contract: tally('spec').contract,
      react: async (tx) => void (await tx.query('INSERT INTO tally (household) VALUES (NULL)')),
    };
    const one = inbox(failing);
    await one.take([message(sample('A', 1))]);
    expect((await parked(one)).map(({ reason }) => reason)).toEqual([expect.stringContaining('null value')]);
  });

  it('parks the same message once, however often it comes', async () => {
    const one = inbox(tally('spec', () => Promise.reject(new Error('no'))));
    const again = message(sample('A', 1));
    await one.take([again]);
    await one.take([again]);
    expect(await parked(one)).toHaveLength(1);
  });

  it.each([
    ['text that is no JSON', 'hello'],
    ['half an event', '{"id":"'],
    ['an empty message', ''],
    ['JSON that is no event', '{"household":"A"}'],
    [
      'an event without an id',
      JSON.stringify({ ...sampleEvent('spec', { household: 'A', sequence: 1 }), id: 'seven' }),
    ],
    [
      'an event that breaks its contract',
      JSON.stringify({ ...sampleEvent('spec', { household: 'A', sequence: 1 }), data: {} }),
    ],
    ['bytes that no text of the database may hold', 'a\0b'],
  ])('parks %s and takes what stands around it', async (_, value) => {
    const one = inbox(tally('spec'));
    await one.take([message(sample('A', 1)), message(value), message(sample('A', 2))]);
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 2, events: 2 }]);
    const letters = await parked(one);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.reason).toMatch(/^not readable: ./);
    expect(letters[0]!.message).toBe(value.replace('\0', '\uFFFD'));
  });

  it('passes over events that nobody here reacts to', async () => {
    const one = inbox(tally('spec'));
    await one.take([message(sampleEvent('other', { household: 'A', sequence: 1 })), message(sample('A', 2))]);
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 2, events: 1 }]);
    expect(await parked(one)).toEqual([]);
    expect(await consumed(one)).toBe(2);
  });

  it('parks nothing because the database is away, and takes the batch when it is handed over again', async () => {
    let times = 0;
    const cut = tally('spec', async () => {
      if ((times += 1) === 1) await outbox.away();
    });
    const one = inbox(cut);
    const batch = [1, 2, 3].map((sequence) => message(sample('A', sequence)));
    await expect(one.take(batch)).rejects.toThrow();
    await expect(one.take(batch)).rejects.toThrow();
    await outbox.back();
    await one.take(batch);
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 3, events: 3 }]);
    expect(await parked(one)).toEqual([]);
  });

  it('parks nothing because connections are lost several times in a row', async () => {
    let losses = 0;
    const cut = tally('spec', async () => {
      if ((losses += 1) <= 5) await outbox.endAll();
    });
    const one = inbox(cut);
    const batch = [message(sample('A', 1))];
    for (let attempt = 0; attempt < 10 && (await tallied(outbox)).length === 0; attempt += 1)
      await one.take(batch).catch(() => undefined);
    expect(losses).toBe(6);
    expect(await tallied(outbox)).toEqual([{ household: 'A', highest: 1, events: 1 }]);
    expect(await parked(one)).toEqual([]);
  });
});
