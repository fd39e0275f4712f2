import type { Role } from '@jingzhun/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assignment')
export class AssignmentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
