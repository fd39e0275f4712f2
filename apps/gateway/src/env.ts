import { join } from 'node:path';
import { processSettings, readEnvironment, signingKey } from '@jingzhun/environment';
import { z } from 'zod';

const pem = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .pipe(z.string().startsWith('-----BEGIN PUBLIC KEY-----'));

/** `name=url,name=url`: where each subgraph listens. */
const subgraphUrls = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().split(/=(.*)/s).slice(0, 2)))
  .pipe(z.array(z.tuple([z.string().min(1), z.url({ protocol: /^https?$/ })])))
  .transform((pairs) => new Map(pairs));

/** The settings of the gateway; nothing else here reads the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment(
    {
      ...processSettings,
      GATEWAY_SIGNING_KEY: signingKey,
      ACCESS_TOKEN_PUBLIC_KEY: pem,
      SUBGRAPH_URLS: subgraphUrls,
      SUPERGRAPH_FILE: z.string().default(join(__dirname, '../supergraph.graphql')),
      ALLOW_INTROSPECTION: z.stringbool().default(false),
      ALLOW_GRAPHIQL: z.stringbool().default(false),
    },
    source,
  );
}

export type Env = ReturnType<typeof readEnv>;
