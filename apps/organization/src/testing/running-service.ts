import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessTokenVerifier, type Passport, type Role } from '@jingzhun/access';
import { passportOf, testSigningKey, testTokenKeys } from '@jingzhun/access/testing';
import { testDatabase } from '@jingzhun/database/testing';
import { testSubgraph, type GraphAnswer, type TestSubgraph } from '@jingzhun/subgraph/testing';
import { Client } from 'pg';
import { AppModule } from '../app.module';
import { migrations } from '../migrations';

/** Nothing listens there: the service must work while Kafka is away, and its events stay where they can be looked at. */
const nowhere = '127.0.0.1:1';

export const firstAdministrator = { login: 'admin', activationCode: 'FIRST-CODE', password: 'the first password' };

export interface Actor {
  passport: Passport | undefined;
  /** Executes and answers the data; throws when the graph answers errors. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  execute<Data>(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer<Data>>;
}

/** The whole service on a database of its own, at a time that specs move by hand. */
export class RunningService {
  /** The moment the service believes it is; begins at the present, for tokens are checked against it. */
  now = new Date();
  readonly anonymous: Actor = actorOf(() => this.graph, undefined);
  private readonly tokens = testTokenKeys();
  private readonly endings: (() => Promise<unknown>)[] = [];
  graph!: TestSubgraph;
  /** Address of the role the service runs as. */
  runningUrl!: string;
  private looking!: Client;

  static async start(): Promise<RunningService> {
    const service = new RunningService();
    const database = await testDatabase('organization', migrations);
    service.runningUrl = database.runningUrl;
    service.endings.push(() => database.drop());
    const folder = await mkdtemp(join(tmpdir(), 'organization-'));
    service.endings.push(() => rm(folder, { recursive: true, force: true }));
    service.looking = new Client({ connectionString: database.adminUrl });
    await service.looking.connect();
    service.endings.push(() => service.looking.end());
    const env = {
      NODE_ENV: 'test' as const,
      HOST: '127.0.0.1',
      PORT: 0,
      LOG_LEVEL: 'silent' as const,
      DATABASE_URL: database.runningUrl,
      KAFKA_BROKERS: [nowhere],
      GATEWAY_SIGNING_KEY: testSigningKey,
      ACCESS_TOKEN_PRIVATE_KEY: service.tokens.privateKey,
      FILES_FOLDER: folder,
      ADMIN_LOGIN: firstAdministrator.login,
      ADMIN_ACTIVATION_CODE: firstAdministrator.activationCode,
    };
    service.graph = await testSubgraph(AppModule.forRoot(env, { now: () => service.now }));
    service.endings.push(() => service.graph.close());
    return service;
  }

  async close(): Promise<void> {
    for (const end of this.endings.reverse()) await end();
  }

  /** Looks into the database past every rule. */
  async look<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.looking.query(sql, values)).rows as Row[];
  }

  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  /** Somebody with a role in some areas, who need not have an account. */
  as(role: Role, areas: string[]): Actor {
    return actorOf(() => this.graph, passportOf(role, areas));
  }

  /** Whoever holds this access token, as the gateway would introduce him. */
  async holderOf(accessToken: string): Promise<Actor> {
    const claims = await accessTokenVerifier(this.tokens.publicKey)(accessToken, this.now.getTime());
    if (!claims) throw new Error('the access token is not good');
    const { sub: accountId, person: personId, grants } = claims;
    return actorOf(() => this.graph, { accountId, personId, grants, requestId: randomUUID() });
  }
}

function actorOf(graph: () => TestSubgraph, passport: Passport | undefined): Actor {
  const execute: Actor['execute'] = (query, variables) => graph().execute(passport, query, variables);
  return {
    passport,
    execute,
    ask: async <Data>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await execute<Data>(query, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}
