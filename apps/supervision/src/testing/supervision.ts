import type { Passport } from '@jingzhun/access';
import { testSigningKey } from '@jingzhun/access/testing';
import type { Envelope } from '@jingzhun/contracts/envelope';
import type { StageOfSubject } from '@jingzhun/contracts/identification';
import { countyWide, Database } from '@jingzhun/database';
import { testDatabase, type TestDatabase } from '@jingzhun/database/testing';
import { Inbox } from '@jingzhun/outbox';
import { testSubgraph, type TestSubgraph } from '@jingzhun/subgraph/testing';
import { Client } from 'pg';
import { AnsweringModule } from '../app.module';
import type { ClockRow } from '../clock/clock.entity';
import { ClockRepository } from '../clock/clock.repository';
import { DutyRepository } from '../duty/duty.repository';
import { migrations } from '../migrations';
import { OnAssignmentChanged } from '../reactions/on-assignment-changed';
import { OnHouseholdMoved } from '../reactions/on-household-moved';
import { OnNoticePosted } from '../reactions/on-notice-posted';
import { OnStageCompleted } from '../reactions/on-stage-completed';
import { OnStageOpened } from '../reactions/on-stage-opened';
import { StoppedClock } from './stopped-clock';

/**
 * The service on a real database behind its real HTTP stack. Events are handed to its inbox as they would come from Kafka;
 * what it writes for Kafka and Temporal is read from its outbox.
 */
export class Supervision {
  private offset = 0;

  private constructor(
    private readonly test: TestDatabase,
    readonly graph: TestSubgraph,
    readonly database: Database,
    readonly inbox: Inbox,
    readonly time: StoppedClock,
  ) {}

  static async start(now = '2015-10-12T09:00:00.000Z'): Promise<Supervision> {
    const test = await testDatabase('supervision', migrations);
    const time = new StoppedClock(new Date(now));
    const env = {
      DATABASE_URL: test.runningUrl,
      GATEWAY_SIGNING_KEY: testSigningKey,
      WORKER_SIGNING_KEY: testSigningKey,
    };
    const graph = await testSubgraph(AnsweringModule.forRoot(env, time));
    const database = graph.app.get(Database, { strict: false });
    const clocks = graph.app.get(ClockRepository, { strict: false });
    const reactions = [
      new OnStageOpened(clocks),
      new OnNoticePosted(clocks),
      new OnStageCompleted(clocks),
      new OnAssignmentChanged(graph.app.get(DutyRepository, { strict: false })),
      new OnHouseholdMoved(clocks),
    ];
    return new Supervision(test, graph, database, new Inbox(database, 'supervision', reactions), time);
  }

  /** Hands over events as one batch of the topic, and insists that none was parked. */
  async take(...events: Envelope[]): Promise<void> {
    await this.inbox.take(
      events.map((event) => ({
        topic: 'identification',
        partition: 0,
        offset: String((this.offset += 1)),
        value: JSON.stringify(event),
      })),
    );
    const parked = await this.rows<{ reason: string }>('SELECT reason FROM dead_letter');
    if (parked.length > 0) throw new Error(`an event was parked: ${parked[0]!.reason}`);
  }

  get<Service>(type: new (...parts: never[]) => Service): Service {
    return this.graph.app.get(type, { strict: false });
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.read(countyWide, (tx) => tx.query<Row[]>(sql, parameters));
  }

  async clockOf(stage: StageOfSubject): Promise<ClockRow> {
    const clocks = await this.database.transaction(countyWide, (tx) => this.get(ClockRepository).findLocked(tx, stage));
    if (!clocks) throw new Error('there is no such clock');
    return clocks;
  }

  /** The types of the events in the outbox about one subject, in the order of their writing. */
  async told(subjectId: string): Promise<string[]> {
    const rows = await this.rows<{ type: string }>('SELECT type FROM outbox_event WHERE key = $1 ORDER BY id', [
      subjectId,
    ]);
    return rows.map(({ type }) => type);
  }

  /** Executes an operation as this person and insists that it succeeds. */
  async ask<Data>(passport: Passport, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.graph.execute<Data>(passport, query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Lets the server know the contents of a table, as its autovacuum would after a while. */
  async analyse(table: string): Promise<void> {
    const owner = new Client({ connectionString: this.test.migrationUrl });
    await owner.connect();
    await owner.query(`VACUUM ANALYZE ${table}`).finally(() => owner.end());
  }

  async stop(): Promise<void> {
    await this.graph.close();
    await this.test.drop();
  }
}
