import type { StageDefinition } from '@jingzhun/identification-rules';
import { InvalidInput, NotAllowed, StaleVersion } from '@jingzhun/kernel';
import { NotAtStage } from '../case/case.errors';

export interface Posting {
  version: number;
  place: string;
  /** Kept photos of the notice where it hangs. */
  photoIds: readonly string[];
}

const mostPhotos = 20;

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
  if (posting.photoIds.length === 0)
    throw new InvalidInput(
      'A photo shows that the notice hangs.',
      'photoIds',
      'Hand in a photo of it and name its id.',
    );
  if (posting.photoIds.length > mostPhotos) throw new InvalidInput(`At most ${mostPhotos} photos.`, 'photoIds');
}

/** @throws NotAllowed unless the caller holds the role that owes the notice at this stage. */
export function assertOwes(stage: StageDefinition, roles: readonly string[]): void {
  if (!roles.includes(stage.ownerRole)) throw new NotAllowed(`The notice is posted by the ${stage.ownerRole}.`);
}

/** Whether somebody sees a notice before it hangs: those who are to post it. */
export function maySeePreview(roles: readonly string[]): boolean {
  return roles.includes('groupSecretary') || roles.includes('villageSecretary');
}
