import type { HouseholdCategory } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A household that is no more: merged into another, died out, or moved away. Its case is closed; its records stay. */
@Entity('former_household')
export class FormerHouseholdRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  number!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text', { name: 'hamlet_code' })
  hamletCode!: string;

  @Column('text')
  address!: string;

  @Column('boolean', { name: 'poor_village' })
  inPoorVillage!: boolean;

  @Column('text')
  category!: HouseholdCategory;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  /** Where its case was when it ended. */
  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('int')
  round!: number;

  @Column('timestamptz', { name: 'ended_at' })
  endedAt!: Date;

  /** The household its members went to. */
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;
}
