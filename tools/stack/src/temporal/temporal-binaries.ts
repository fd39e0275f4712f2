import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isCached } from '../../bootstrap/programs.cjs';
import { cachedProgram } from '../build/cached-program';
import { buildGoProgram } from '../build/go-program';

export interface TemporalBinaries {
  server: string;
  sqlTool: string;
  /** Where they come from, in words. */
  origin: string;
}

/** The server and its schema tool: both from PATH, else from the user's cache, else compiled. */
export async function temporalBinaries(): Promise<TemporalBinaries> {
  const [server, sqlTool] = [onPath('temporal-server'), onPath('temporal-sql-tool')];
  if (server && sqlTool) return { server, sqlTool, origin: `${server} from PATH` };
  const origin = isCached('temporal-server') ? 'from the cache' : 'compiled now';
  const folder = await cachedProgram('temporal-server', async (draft) => {
    await buildGoProgram('temporal/server', 'go.temporal.io/server/cmd/server', join(draft, 'temporal-server'));
    await buildGoProgram('temporal/server', 'go.temporal.io/server/cmd/tools/sql', join(draft, 'temporal-sql-tool'));
  });
  return { server: join(folder, 'temporal-server'), sqlTool: join(folder, 'temporal-sql-tool'), origin };
}

/** The Web UI's server; its pages are inside. */
export async function temporalUiBinary(): Promise<string> {
  const folder = await cachedProgram('temporal-ui', (draft) =>
    buildGoProgram('temporal/ui', 'github.com/temporalio/ui-server/v2/cmd/server', join(draft, 'temporal-ui')),
  );
  return join(folder, 'temporal-ui');
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
