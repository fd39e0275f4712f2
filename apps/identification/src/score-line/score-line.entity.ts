import type { FrozenLine, ScoreLineRule } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A frozen line; rows are never changed. */
@Entity('score_line')
export class ScoreLineRow {
  @PrimaryColumn('int')
  version!: number;

  @Column('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @Column('int')
  line!: number;

  @Column('text')
  comparison!: ScoreLineRule['comparison'];

  @Column('int')
  quota!: number;

  @Column('int', { nullable: true })
  candidate!: number | null;

  @Column('jsonb')
  cases!: FrozenLine['cases'];

  @Column('jsonb')
  scenario!: FrozenLine['scenario'];

  @Column('text')
  reason!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('text', { name: 'approved_by' })
  approvedBy!: string;

  @Column('timestamptz', { name: 'approved_at' })
  approvedAt!: Date;
}
