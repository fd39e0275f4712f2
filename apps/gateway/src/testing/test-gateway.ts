import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueAccessToken, type Role } from '@jingzhun/access';
import { testSigningKey, testTokenKeys } from '@jingzhun/access/testing';
import { createLogger } from '@jingzhun/observability';
import { createSubgraph, type ServiceModule } from '@jingzhun/subgraph';
import { loadSdl } from '@jingzhun/subgraph/sdl';
import { temporaryFolder } from '@jingzhun/subgraph/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { composeServices } from '@theguild/federation-composition';
import { createGateway } from '../create-gateway';
import type { GatewaySettings } from '../gateway.module';
import { MeadowModule, meadowSdl } from './meadow-subgraph';
import { StableModule, stableSdl } from './stable-subgraph';

const quiet = createLogger({ service: 'spec', level: 'silent' });

export const tokenKeys = testTokenKeys();

export function tokenFor(account: string, role: Role, areas: string[]): Promise<string> {
  return issueAccessToken(
    { sub: account, person: `person of ${account}`, grants: [{ role, areas }] },
    tokenKeys.privateKey,
  );
}

/** Two real services on real sockets and the graph composed of them. */
export interface TestGraph {
  settings: GatewaySettings;
  close(): Promise<void>;
}

export async function startTestGraph(): Promise<TestGraph> {
  const meadow = await listening(MeadowModule);
  const stable = await listening(StableModule);
  const urls = new Map([
    ['meadow', `${await meadow.getUrl()}/graphql`],
    ['stable', `${await stable.getUrl()}/graphql`],
  ]);
  return {
    settings: {
      GATEWAY_SIGNING_KEY: testSigningKey,
      ACCESS_TOKEN_PUBLIC_KEY: tokenKeys.publicKey,
      SUBGRAPH_URLS: urls,
      SUPERGRAPH_FILE: await composedFile(),
      ALLOW_INTROSPECTION: false,
      ALLOW_GRAPHIQL: false,
    },
    close: async () => {
      await Promise.all([meadow.close(), stable.close()]);
    },
  };
}

export async function startGateway(settings: GatewaySettings): Promise<NestFastifyApplication> {
  const app = await createGateway(settings, quiet);
  await app.listen(0, '127.0.0.1');
  return app;
}

async function listening(service: ServiceModule): Promise<NestFastifyApplication> {
  const app = await createSubgraph(service, quiet);
  await app.listen(0, '127.0.0.1');
  return app;
}

async function composedFile(): Promise<string> {
  const sdls = { meadow: meadowSdl, stable: stableSdl };
  const services = Object.entries(sdls).map(async ([name, path]) => ({
    name,
    url: '',
    typeDefs: await loadSdl([path]),
  }));
  const { supergraphSdl, errors } = composeServices(await Promise.all(services));
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const file = join(temporaryFolder('supergraph'), 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);
  return file;
}
