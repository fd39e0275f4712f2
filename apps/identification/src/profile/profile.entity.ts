import type { Terms } from '@jingzhun/identification-rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('profile')
export class ProfileRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  /** From 1, one more for each saving after a freeze. */
  @Column('int')
  version!: number;

  @Column('jsonb')
  terms!: Terms;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  /** An account, or `release` for what came with the program. */
  @Column('text', { name: 'saved_by' })
  savedBy!: string;

  /** Since when cases run by it; it cannot be changed any more. */
  @Column('timestamptz', { name: 'frozen_at', nullable: true })
  frozenAt!: Date | null;
}
