import type { Session } from '../gateway/session';

/** What supervision's clocks have recorded since the campaign began. */
export interface DeadlineFigures {
  clocks: number;
  open: number;
  reminders: number;
  breaches: number;
}

const question = `query ($areaCode: ID!) { deadlineFigures(areaCode: $areaCode) { clocks open reminders breaches } }`;

export const deadlineFiguresOperations = { question };

export async function readDeadlineFigures(session: Session, areaCode: string): Promise<DeadlineFigures> {
  return (await session.ask<{ deadlineFigures: DeadlineFigures }>(question, { areaCode })).deadlineFigures;
}
