import { createSubgraph, type ServiceModule } from './create-subgraph';
import { runServer, type ServerSettings } from './server/run-server';

/** Runs a service until it is told to stop. The whole of a `main.ts`: `void bootSubgraph('organization', AppModule, env)`. */
export function bootSubgraph(name: string, service: ServiceModule, env: ServerSettings): Promise<void> {
  return runServer(name, env, (logger) => createSubgraph(service, logger));
}
