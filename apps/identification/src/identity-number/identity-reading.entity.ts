import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody was handed an identity number in full, or searched for one. Written once and never changed. */
@Entity('identity_reading')
export class IdentityReadingRow {
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: 'reading' | 'search';

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('uuid', { name: 'household_id', nullable: true })
  householdId!: string | null;

  @Column('uuid', { name: 'change_request_id', nullable: true })
  changeRequestId!: string | null;

  /** The export in which the number went out with others. */
  @Column('uuid', { name: 'export_id', nullable: true })
  exportId!: string | null;

  /** How many members a search found. */
  @Column('int', { nullable: true })
  found!: number | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
