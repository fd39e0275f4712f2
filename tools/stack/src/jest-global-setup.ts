import { lineProgress } from './run/progress';
import { RunFolder } from './run/run-folder';
import { Supervisor } from './run/supervisor';
import { startServers } from './servers';

/** Left for the teardown, which Jest runs in the same process. */
export const running: { supervisor?: Supervisor } = {};

/**
 * One PostgreSQL, one Temporal and one Kafka for all suites of a run; specs find them in the environment. A server that
 * is given there already is used. JINGZHUN_TEST_SERVERS=none starts nothing: enough for specs of pure code.
 */
export default async function startTestServers(): Promise<void> {
  if (process.env.JINGZHUN_TEST_SERVERS === 'none') return;
  const write = (line: string) => void process.stderr.write(`${line}\n`);
  const supervisor = new Supervisor(RunFolder.temporary('test'), write);
  running.supervisor = supervisor;
  try {
    const servers = await startServers(supervisor, {
      given: process.env,
      durable: false,
      progress: lineProgress(write),
    });
    process.env.DATABASE_URL = servers.postgres;
    process.env.TEMPORAL_ADDRESS = servers.temporal;
    process.env.TEMPORAL_NAMESPACE = servers.temporalNamespace;
    process.env.KAFKA_BROKERS = servers.kafka;
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
