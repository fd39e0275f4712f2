import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TeamKind } from '../graph.generated';

/** A team. Its members stand in the table `team_member`; the leader is one of them. */
@Entity('team')
export class TeamRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  kind!: TeamKind;

  @Column('text')
  name!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'leader_id' })
  leaderId!: string;
}
