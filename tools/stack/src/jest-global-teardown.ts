import { running } from './jest-global-setup';

/** Ends the servers of the run and throws their data away. */
export default async function stopTestServers(): Promise<void> {
  await running.supervisor?.stop();
}
