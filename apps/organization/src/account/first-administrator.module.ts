import { countyWide, Database } from '@jingzhun/database';
import { Inject, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { AccountModule } from './account.module';
import { AccountRepository } from './account.repository';
import { isActivationCode, loginOf } from './account.rules';
import { newAccount } from './account.service';
import { secretHash } from './secret-hash';

const SETTINGS = Symbol('first administrator');

export interface FirstAdministratorSettings {
  login?: string;
  activationCode?: string;
}

/** An installation without any account gets one that may import the staff. It is activated like every other. */
@Module({ imports: [AccountModule] })
export class FirstAdministratorModule implements OnApplicationBootstrap {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SETTINGS) private readonly settings: FirstAdministratorSettings,
  ) {}

  static forRoot(settings: FirstAdministratorSettings): DynamicModule {
    return { module: FirstAdministratorModule, providers: [{ provide: SETTINGS, useValue: settings }] };
  }

  async onApplicationBootstrap(): Promise<void> {
    const { activationCode } = this.settings;
    if (!this.settings.login || !activationCode) return;
    const login = loginOf(this.settings.login);
    if (!login || !isActivationCode(activationCode)) {
      throw new Error('ADMIN_LOGIN cannot be a login, or ADMIN_ACTIVATION_CODE is too short');
    }
    const grants = [{ role: 'administrator' as const, areaCode: null }];
    const account = newAccount({ login, personId: null, grants, activationCodeHash: secretHash(activationCode) });
    await this.database.transaction(countyWide, (tx) => this.accounts.createFirst(tx, account));
  }
}
