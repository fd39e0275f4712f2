import type { FilledField, MissingField } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a household's card as it was saved; rows are never changed. Identity numbers are masked. */
@Entity('household_card')
export class HouseholdCardRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  /** From 1. */
  @Column('int')
  version!: number;

  /** The line by which the household is poor. */
  @Column('int', { name: 'line_version' })
  lineVersion!: number;

  @Column('uuid', { name: 'profile_id' })
  profileId!: string;

  @Column('jsonb')
  filled!: FilledField[];

  /** Required fields without a value; the card is complete when there is none. */
  @Column('jsonb')
  missing!: MissingField[];

  /** Why something that was known is another one. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;
}
