import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DuplicateState = 'open' | 'differentPeople' | 'samePerson' | 'settled';

/** Two members who may be one person, and what somebody said about it. */
@Entity('duplicate_lead')
export class DuplicateLeadRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  /** The smallest area that holds both. */
  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'one_member_id' })
  oneMemberId!: string;

  @Column('uuid', { name: 'other_member_id' })
  otherMemberId!: string;

  @Column('boolean', { name: 'same_number' })
  sameNumber!: boolean;

  @Column('boolean', { name: 'same_name_and_birth' })
  sameNameAndBirth!: boolean;

  /**
   * open, or decided: differentPeople, or samePerson with the change request that follows from it; settled when a change of the
   * register has brought the two together or taken one of them away.
   */
  @Column('text')
  state!: DuplicateState;

  @Column('timestamptz', { name: 'found_at' })
  foundAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decided_by_person', nullable: true })
  decidedByPerson!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Which household keeps the person. */
  @Column('uuid', { name: 'keeper_household_id', nullable: true })
  keeperHouseholdId!: string | null;

  @Column('uuid', { name: 'change_request_id', nullable: true })
  changeRequestId!: string | null;
}
