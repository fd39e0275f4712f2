import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseRepository } from '../case/case.repository';
import { ProfileRepository } from '../profile/profile.repository';
import { SittingOpening } from '../sitting/sitting-opening';
import type { ProfileMigrationRow } from './profile-migration.entity';
import { ProfileMigrationRepository } from './profile-migration.repository';
import { assertMayBeRequested, assertMayDecide, migrationLines, type MigrationLine } from './profile-migration.rules';

export interface RequestProfileMigration {
  key: string;
  fromProfileId: string;
  toProfileId: string;
  reason: string;
}

export interface DecideProfileMigration {
  key: string;
  migrationId: string;
  version: number;
  approve: boolean;
}

/** Moves running cases to another profile: asked for with a preview, decided by another person, never by the way. */
@Injectable()
export class ProfileMigrationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProfileMigrationRepository) private readonly migrations: ProfileMigrationRepository,
    @Inject(ProfileRepository) private readonly profiles: ProfileRepository,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(SittingOpening) private readonly sittings: SittingOpening,
  ) {}

  all(caller: Caller): Promise<ProfileMigrationRow[]> {
    return this.database.read(caller, (tx) => this.migrations.all(tx));
  }

  preview(caller: Caller, fromProfileId: string, toProfileId: string): Promise<MigrationLine[]> {
    return this.database.read(caller, (tx) => this.expected(tx, fromProfileId, toProfileId));
  }

  request(caller: Caller, { key, ...asked }: RequestProfileMigration): Promise<ProfileMigrationRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        assertMayBeRequested({ id: asked.fromProfileId }, { id: asked.toProfileId }, asked.reason);
        return this.migrations.add(tx, {
          id: randomUUID(),
          version: 1,
          state: 'requested',
          fromId: asked.fromProfileId,
          toId: asked.toProfileId,
          reason: asked.reason,
          preview: await this.expected(tx, asked.fromProfileId, asked.toProfileId),
          result: null,
          requestedBy: caller.accountId,
          requestedAt: new Date(),
          decidedBy: null,
          decidedAt: null,
        });
      }),
    );
  }

  decide(caller: Caller, { key, ...asked }: DecideProfileMigration): Promise<ProfileMigrationRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const migration = await this.migrations.lock(tx, asked.migrationId);
        assertMayDecide(migration, asked.version, caller.accountId);
        const at = await this.cases.now(tx);
        const decision = { decidedBy: caller.accountId, decidedAt: at };
        if (!asked.approve)
          return this.migrations.decide(tx, migration, { ...decision, state: 'refused', result: null });
        const result = await this.migrate(
          tx,
          migration,
          { actor: caller.accountId, correlation: caller.requestId },
          at,
        );
        return this.migrations.decide(tx, migration, { ...decision, state: 'done', result });
      }),
    );
  }

  private async migrate(
    tx: EntityManager,
    { fromId, toId }: ProfileMigrationRow,
    origin: { actor: string; correlation: string },
    at: Date,
  ): Promise<MigrationLine[]> {
    const lines = await this.expected(tx, fromId, toId);
    await this.profiles.freeze(tx, toId, at);
    const moving = lines.filter(({ outcome }) => outcome === 'moves').map(({ stage }) => stage);
    const moved = await this.migrations.move(tx, fromId, toId, moving);
    await this.openWhatNobodyElseWillOpen(tx, fromId, origin, at);
    return lines.map((line) => (line.outcome === 'moves' ? { ...line, households: moved.get(line.stage) ?? 0 } : line));
  }

  /** A meeting waits for the last household before it. Where those have moved away, it opens now. */
  private async openWhatNobodyElseWillOpen(
    tx: EntityManager,
    profileId: string,
    origin: { actor: string; correlation: string },
    at: Date,
  ): Promise<void> {
    const profile = await this.profiles.frozen(tx, profileId);
    for (const { key } of profile.stages.filter(({ unit }) => unit !== 'household')) {
      const groups = await this.migrations.groupsAt(tx, profileId, key);
      await this.sittings.openWhereReady(tx, { profile, stage: key, origin, at }, groups);
    }
  }

  /** @throws NotFound when one of the profiles does not exist. */
  private async expected(tx: EntityManager, fromId: string, toId: string): Promise<MigrationLine[]> {
    const from = await this.profiles.get(tx, fromId, 'fromProfileId');
    const to = await this.profiles.get(tx, toId, 'toProfileId');
    return migrationLines(from.terms, to.terms, await this.migrations.counts(tx, fromId));
  }
}
