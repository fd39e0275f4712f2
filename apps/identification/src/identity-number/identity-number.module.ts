import { Global, Module, type DynamicModule } from '@nestjs/common';
import { IdentityNumberQueries } from './identity-number.queries';
import { IdentityNumberRepository } from './identity-number.repository';
import { IdentityNumberResolver } from './identity-number.resolver';
import { IdentityNumberService } from './identity-number.service';
import { IdentityNumbers, type IdentityKeys } from './identity-numbers';
import { IdentityReadingResolver } from './identity-reading.resolver';

/** Provides `IdentityNumbers` to whoever stores a number. */
@Global()
@Module({})
export class IdentityNumberModule {
  static forRoot(keys: IdentityKeys): DynamicModule {
    return {
      module: IdentityNumberModule,
      providers: [
        { provide: IdentityNumbers, useValue: new IdentityNumbers(keys) },
        IdentityNumberQueries,
        IdentityNumberRepository,
        IdentityNumberResolver,
        IdentityNumberService,
        IdentityReadingResolver,
      ],
      exports: [IdentityNumbers, IdentityNumberRepository],
    };
  }
}
