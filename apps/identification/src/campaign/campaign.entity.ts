import type { Profile } from '@jingzhun/identification-rules';
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

  /** Frozen when the campaign is opened. */
  @Column('jsonb', { nullable: true })
  profile!: Profile | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;
}
