import type { EnteredValue } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field on which two clerks differ, and what somebody else said about it. */
@Entity('entry_difference')
export class EntryDifferenceRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  field!: string;

  @Column('jsonb', { nullable: true })
  first!: EnteredValue;

  @Column('jsonb', { nullable: true })
  second!: EnteredValue;

  /** The role whose holder settles it. */
  @Column('text')
  resolver!: string;

  /** What stands; told from nothing entered by `decidedAt`. */
  @Column('jsonb', { nullable: true })
  stands!: EnteredValue;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;
}
