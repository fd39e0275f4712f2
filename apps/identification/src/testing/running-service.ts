import { testDatabase, type TestDatabase } from '@jingzhun/database/testing';
import { encodePassport, sign, type Role } from '@jingzhun/access';
import { passportOf, testSigningKey } from '@jingzhun/access/testing';
import { testKey } from '@jingzhun/field-encryption/testing';
import { testSubgraph, type GraphAnswer, type TestSubgraph } from '@jingzhun/subgraph/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module';
import { migrations } from '../migrations';
import { countyCode, smallCountyFile, type SmallCounty } from './small-county';

/** Nothing listens there: the service is tested as it must work while Temporal and Kafka are away. */
const nowhere = '127.0.0.1:1';

export interface RunningService {
  database: TestDatabase;
  graph: TestSubgraph;
  /** Runs an operation as a person of that role in those areas; `person` tells two holders of one role apart. */
  as(role: Role, areas: string[], person?: string): Person;
  close(): Promise<void>;
}

export interface Person {
  /** By which the service knows him. */
  id: string;
  /** Executes and answers the data; throws when the graph answers errors. */
  ask<Data = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  execute<Data>(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer<Data>>;
  upload(content: string | Buffer, path?: string): Promise<string>;
  /** Asks for a file as the gateway would. */
  fetch(path: string): Promise<{ status: number; content: Buffer }>;
  /** Hands a picture in, to be attached by its id. */
  handIn(kind: 'photo' | 'signature', areaCode: string, content: Buffer): Promise<string>;
}

/** The whole service on a database of its own. */
export async function runningService(): Promise<RunningService> {
  const database = await testDatabase('identification', migrations);
  const folder = await mkdtemp(join(tmpdir(), 'identification-'));
  const graph = await testSubgraph(
    AppModule.forRoot({
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: 0,
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.runningUrl,
      KAFKA_BROKERS: [nowhere],
      TEMPORAL_ADDRESS: nowhere,
      TEMPORAL_NAMESPACE: 'none',
      GATEWAY_SIGNING_KEY: testSigningKey,
      WORKER_SIGNING_KEY: testSigningKey,
      FILES_FOLDER: folder,
      UNATTACHED_FILE_HOURS: 168,
      FIELD_ENCRYPTION_KEYS: [testKey(1, 'fields')],
      BLIND_INDEX_KEYS: [testKey(1, 'index')],
    }),
  );
  return {
    database,
    graph,
    as: (role, areas, person = role) => personOf(graph, role, areas, person),
    close: async () => {
      await graph.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const people = new Map<string, string>();

function personOf(graph: TestSubgraph, role: Role, areas: string[], person: string): Person {
  const id = people.get(person) ?? randomUUID();
  people.set(person, id);
  const passport = { ...passportOf(role, areas, id), personId: id };
  return {
    id,
    execute: (query, variables) => graph.execute(passport, query, variables),
    ask: async <Data>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await graph.execute<Data>(passport, query, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data;
    },
    upload: async (content, path) => {
      const { status, body } = await graph.upload(passport, content, path);
      if (status !== 201) throw new Error(`upload answered ${status}`);
      return body.fileId;
    },
    handIn: async (kind, areaCode, content) => {
      const { status, body } = await graph.upload(passport, content, `/files/${kind}?areaCode=${areaCode}`);
      if (status !== 201) throw new Error(`handing in answered ${status}`);
      return body.fileId;
    },
    fetch: async (path) => {
      const headers = sign({ method: 'GET', path, passport: encodePassport(passport), body: '' }, testSigningKey);
      const answer = await graph.app.inject({ method: 'GET', url: path, headers });
      return { status: answer.statusCode, content: answer.rawPayload };
    },
  };
}

interface ImportAnswer {
  countyImport: { state: string; campaignId: string; problems: { line: number; problem: string }[] };
}

/** Imports a file and waits for its end. */
export async function importFile(administrator: Person, content: string): Promise<ImportAnswer['countyImport']> {
  const fileId = await administrator.upload(content);
  const { importCounty } = await administrator.ask<{ importCounty: { id: string; code?: string } }>(
    `mutation ($input: ImportCountyInput!) { importCounty(input: $input) { ... on CountyImport { id } ... on Refusal { code } } }`,
    { input: { key: randomUUID(), fileId } },
  );
  for (;;) {
    const { countyImport } = await administrator.ask<ImportAnswer>(
      `query ($id: ID!) { countyImport(id: $id) { state campaignId problems { line problem } } }`,
      { id: importCounty.id },
    );
    if (countyImport.state !== 'running') return countyImport;
  }
}

/** A county imported and its campaign open by a profile; a campaign day lasts `dayMilliseconds`. */
export async function openCampaign(
  service: RunningService,
  county: SmallCounty,
  dayMilliseconds = 86_400_000,
  profile = 'luocheng-2015',
): Promise<void> {
  const administrator = service.as('administrator', [countyCode]);
  const { state, campaignId, problems } = await importFile(administrator, smallCountyFile(county));
  if (state !== 'done') throw new Error(JSON.stringify(problems));
  const { openCampaign: answer } = await administrator.ask<{ openCampaign: { state?: string; code?: string } }>(
    `mutation ($input: OpenCampaignInput!) {
       openCampaign(input: $input) { ... on Campaign { state } ... on Refusal { code message } }
     }`,
    { input: { key: randomUUID(), campaignId, version: 1, profile, dayMilliseconds } },
  );
  if (answer.state !== 'open') throw new Error(JSON.stringify(answer));
}
