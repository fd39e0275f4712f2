import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { IdentityReadingRow } from './identity-reading.entity';

@Resolver('IdentityReading')
export class IdentityReadingResolver {
  @ResolveField()
  by(@Parent() { personId }: IdentityReadingRow): { id: string } | null {
    return personId ? { id: personId } : null;
  }
}
