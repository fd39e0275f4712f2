import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Owner } from './duty.queries';

/** The ids that organization makes people and teams of. */
@Resolver('Owner')
export class OwnerResolver {
  @ResolveField()
  person(@Parent() { personId }: Owner): { id: string } | null {
    return personId ? { id: personId } : null;
  }

  @ResolveField()
  team(@Parent() { teamId }: Owner): { id: string } | null {
    return teamId ? { id: teamId } : null;
  }
}
