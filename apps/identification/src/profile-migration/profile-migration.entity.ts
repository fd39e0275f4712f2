import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MigrationLine } from './profile-migration.rules';

@Entity('profile_migration')
export class ProfileMigrationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: 'requested' | 'refused' | 'done';

  @Column('uuid', { name: 'from_id' })
  fromId!: string;

  @Column('uuid', { name: 'to_id' })
  toId!: string;

  @Column('text')
  reason!: string;

  /** What was to be expected when it was requested, and what was done when it was decided. */
  @Column('jsonb')
  preview!: MigrationLine[];

  @Column('jsonb', { nullable: true })
  result!: MigrationLine[] | null;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
