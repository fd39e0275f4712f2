import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountGrant } from './account.rules';

/** An account with its secrets; it never leaves the service: `account.view.ts` says what is shown of it. */
@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  login!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('jsonb')
  grants!: AccountGrant[];

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('bytea', { name: 'activation_code_hash', nullable: true })
  activationCodeHash!: Buffer | null;

  @Column('int', { name: 'failed_attempts' })
  failedAttempts!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** Sessions begun up to then are over: the account was disabled, or its password changed. */
  @Column('timestamptz', { name: 'sessions_over_at', nullable: true })
  sessionsOverAt!: Date | null;
}
