import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Answer } from './score-sheet.rules';

@Entity('score_sheet')
export class ScoreSheetRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('int')
  round!: number;

  /** Raised by every correction. */
  @Column('int')
  revision!: number;

  /** The profile whose form it is filled on. */
  @Column('uuid', { name: 'profile_id', nullable: true })
  profileId!: string | null;

  @Column('text', { name: 'form_version' })
  formVersion!: string;

  @Column('jsonb')
  answers!: Answer[];

  @Column('jsonb')
  points!: { item: string; points: number }[];

  @Column('int')
  total!: number;

  @Column('uuid', { name: 'head_signature', nullable: true })
  headSignatureId!: string | null;

  @Column('uuid', { name: 'assessor_signatures', array: true })
  assessorSignatureIds!: string[];

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;
}
