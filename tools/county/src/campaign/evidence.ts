import type { Stack } from '@jingzhun/stack';
import type { Session } from '../gateway/session';
import { readDeadlineFigures, type DeadlineFigures } from './deadline-figures';
import { readEventFlow, type EventFlow } from './event-flow';
import { readFigures, type Figures } from './figures';
import { readObjectionFigures, type ObjectionFigure } from './objection-figures';
import { readHistories, type HistoriesOfType } from './histories';

/** What a finished campaign left, asked of everybody who keeps a record of it. */
export interface Evidence {
  figures: Figures;
  deadlines: DeadlineFigures;
  objections: ObjectionFigure[];
  histories: Map<string, HistoriesOfType>;
  flow: EventFlow;
}

export async function gatherEvidence(
  stack: Pick<Stack, 'apps' | 'servers'>,
  leader: Session,
  countyCode: string,
): Promise<Evidence> {
  const { temporal: address, temporalNamespace: namespace } = stack.servers;
  return {
    figures: await readFigures(leader, countyCode),
    deadlines: await readDeadlineFigures(leader, countyCode),
    objections: await readObjectionFigures(leader),
    histories: await readHistories({ address, namespace }),
    flow: await readEventFlow(stack.apps),
  };
}
