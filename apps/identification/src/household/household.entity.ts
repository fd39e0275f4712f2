import type { HouseholdCategory } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('household')
export class HouseholdRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  number!: string;

  /** The villager group. */
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

  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('int')
  round!: number;

  @Column('timestamptz', { name: 'stage_opened_at', nullable: true })
  stageOpenedAt!: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;
}
