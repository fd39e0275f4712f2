import { InvalidInput, StaleVersion } from '@jingzhun/kernel';
import { NotAtStage } from '../case/case.errors';

export interface Posting {
  version: number;
  place: string;
}

/** @throws NotAtStage, StaleVersion, InvalidInput */
export function assertMayBePosted(
  sitting: { version: number; state: string },
  publicity: { postedAt: Date | null } | null,
  posting: Posting,
): void {
  if (!publicity || sitting.state !== 'held') throw new NotAtStage('The meeting has not been held yet.', 'sittingId');
  if (publicity.postedAt) throw new NotAtStage('The notice was posted already.', 'sittingId');
  if (sitting.version !== posting.version)
    throw new StaleVersion('The sitting was changed after it was read.', 'version');
  if (!posting.place.trim()) throw new InvalidInput('Say where the notice hangs.', 'place');
}
