import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('member')
export class MemberRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  /** From 0, in the order of the register. */
  @Column('int')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text')
  relation!: string;

  @Column('text')
  sex!: string;

  @Column('date', { name: 'birth_date' })
  birthDate!: string;

  /** The number itself is sealed and not read with the row. */
  @Column('text', { name: 'id_number_masked' })
  idNumberMasked!: string;

  @Column('text')
  ethnicity!: string;
}
