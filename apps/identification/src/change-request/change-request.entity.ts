import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeRequestState } from './change-request.rules';
import type { ChangeKind, Proposal } from './proposal';
import type { RegisterExtract } from './register-extract';

/** What is kept of a proposal: what is asked, and the versions of the members it names. */
export type KeptProposal = Proposal & { seen: Record<string, number> };

/** A change of the register that was asked for, and what was decided. The numbers it concerns are read apart. */
@Entity('change_request')
export class ChangeRequestRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  kind!: ChangeKind;

  @Column('text')
  state!: ChangeRequestState;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('uuid', { name: 'other_household_id', nullable: true })
  otherHouseholdId!: string | null;

  @Column('jsonb')
  proposal!: KeptProposal;

  @Column('text')
  reason!: string;

  @Column('text')
  evidence!: string;

  @Column('jsonb')
  before!: RegisterExtract;

  @Column('jsonb')
  after!: RegisterExtract;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  /** The account. */
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('text', { name: 'requested_by_person' })
  requestedByPerson!: string;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decided_by_person', nullable: true })
  decidedByPerson!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
