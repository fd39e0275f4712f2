import { generateCounty, type County } from '@jingzhun/county';
import { lineProgress, RunFolder, startPart, type Part } from '@jingzhun/stack';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { BenchSetting } from './bench';
import { ServiceDoor } from './service-door';

const importFields = 'id state problems { line problem }';
const beginImport = `mutation ($input: ImportCountyInput!) {
  begun: importCounty(input: $input) { ... on CountyImport { ${importFields} campaignId } ... on Refusal { code } }
}`;
const followImport = `query ($id: ID!) { row: countyImport(id: $id) { ${importFields} campaignId } }`;
const openCampaign = `mutation ($input: OpenCampaignInput!) {
  opened: openCampaign(input: $input) { ... on Campaign { state } ... on Refusal { code message } }
}`;

/** A county, and the identification service on a database of its own that is to hold it. */
export interface CountyPart {
  part: Part;
  county: County;
  administrator: ServiceDoor;
  as(role: ConstructorParameters<typeof ServiceDoor>[2]): ServiceDoor;
  /** Imports the county; answers the campaign's id and how long it took from the mutation to the end. */
  importCounty(): Promise<{ campaignId: string; uploadSeconds: number; importSeconds: number }>;
  openCampaign(campaignId: string): Promise<void>;
  /** Looks with an administrator's eyes; no service is asked. */
  look<Row extends object>(sql: string): Promise<Row[]>;
  postgresVersion(): Promise<string>;
  stop(): Promise<void>;
}

export async function startCountyPart({ seed, households, say }: BenchSetting): Promise<CountyPart> {
  const county = generateCounty({ seed, households });
  // A server of its own, whatever the environment names: a made-up county belongs into nobody's database.
  const run = RunFolder.temporary('bench');
  const part = await startPart({
    ...{ run, durable: true, services: ['identification'], progress: lineProgress(say), report: say },
  });
  const endPart = () => void part.stop().finally(() => process.exit(130));
  process.once('SIGINT', endPart).once('SIGTERM', endPart);
  const url = new URL(part.postgres);
  url.pathname = '/identification';
  const looking = new Client({ connectionString: url.toString() });
  await looking.connect();
  const as: CountyPart['as'] = (role) =>
    new ServiceDoor(part.apps.identification, part.keys.GATEWAY_SIGNING_KEY, role, [county.areas.code]);
  const administrator = as('administrator');
  return {
    part,
    county,
    administrator,
    as,
    importCounty: () => importInto(administrator, county),
    openCampaign: async (campaignId) => {
      const input = {
        key: randomUUID(),
        campaignId,
        version: 1,
        profile: 'luocheng-2015',
        dayMilliseconds: 86_400_000,
      };
      const { opened } = await administrator.ask<{ opened: { state?: string } }>(openCampaign, { input });
      if (opened.state !== 'open') throw new Error(`the campaign was not opened: ${JSON.stringify(opened)}`);
    },
    look: async <Row extends object>(sql: string) => (await looking.query<Row>(sql)).rows,
    postgresVersion: async () =>
      (await looking.query<{ server_version: string }>('SHOW server_version')).rows[0]!.server_version,
    stop: async () => {
      await looking.end();
      await part.stop();
    },
  };
}

async function importInto(
  administrator: ServiceDoor,
  county: County,
): Promise<Awaited<ReturnType<CountyPart['importCounty']>>> {
  const pieces: Buffer[] = [];
  for await (const piece of county.countyFile() as AsyncIterable<Buffer>) pieces.push(piece);
  const content = new Uint8Array(Buffer.concat(pieces));
  const began = performance.now();
  const fileId = await administrator.upload(content);
  const uploaded = performance.now();
  const { state, campaignId, problems } = await administrator.follow<{
    id: string;
    state: string;
    campaignId: string;
    problems: unknown[];
  }>(beginImport, { fileId }, followImport);
  if (state !== 'done') throw new Error(`the county was ${state}: ${JSON.stringify(problems.slice(0, 3))}`);
  return {
    campaignId,
    uploadSeconds: (uploaded - began) / 1_000,
    importSeconds: (performance.now() - uploaded) / 1_000,
  };
}
