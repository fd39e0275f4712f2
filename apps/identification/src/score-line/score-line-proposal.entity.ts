import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('score_line_proposal')
export class ScoreLineProposalRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: 'proposed' | 'approved' | 'refused';

  @Column('int')
  line!: number;

  @Column('int')
  quota!: number;

  @Column('text')
  reason!: string;

  @Column('boolean', { name: 'may_leave_open' })
  mayLeaveOpen!: boolean;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
