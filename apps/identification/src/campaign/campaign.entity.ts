import type { Calendar } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('campaign')
export class CampaignRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  name!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  state!: 'prepared' | 'open';

  /** What new cases begin with. */
  @Column('uuid', { name: 'profile_id', nullable: true })
  profileId!: string | null;

  /** The campaign's days, since it was opened. */
  @Column('jsonb', { nullable: true })
  calendar!: Calendar | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;
}
