import { profileMigration, type StageMigration, type Terms } from '@jingzhun/identification-rules';
import { InvalidInput, NotAllowed, StaleVersion } from '@jingzhun/kernel';
import { MigrationDecided } from './profile-migration.errors';

/** What a change of profile does to the households at one stage, and how many there are. */
export interface MigrationLine extends StageMigration {
  households: number;
}

/** The stages with households, and what becomes of these. */
export function migrationLines(from: Terms, to: Terms, counts: ReadonlyMap<string, number>): MigrationLine[] {
  return profileMigration(from, to)
    .map((line) => ({ ...line, households: counts.get(line.stage) ?? 0 }))
    .filter(({ households }) => households > 0);
}

/** @throws InvalidInput */
export function assertMayBeRequested(from: { id: string }, to: { id: string }, reason: string): void {
  if (from.id === to.id) throw new InvalidInput('The cases run by this profile already.', 'toProfileId');
  if (!reason.trim()) throw new InvalidInput('Say why running cases change their rules.', 'reason');
}

/**
 * Whoever asked does not decide.
 * @throws MigrationDecided, StaleVersion, NotAllowed
 */
export function assertMayDecide(
  migration: { state: string; version: number; requestedBy: string },
  version: number,
  accountId: string,
): void {
  if (migration.state !== 'requested') throw new MigrationDecided('This change was decided already.', 'migrationId');
  if (migration.version !== version) throw new StaleVersion('The record was changed after it was read.', 'version');
  if (migration.requestedBy === accountId) throw new NotAllowed('Another person must decide what you have requested.');
}
