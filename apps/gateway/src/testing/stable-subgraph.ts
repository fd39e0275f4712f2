import { Injectable, Module } from '@nestjs/common';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { testSigningKey } from '@jingzhun/access/testing';
import { SubgraphModule } from '@jingzhun/subgraph';
import { temporarySdl } from '@jingzhun/subgraph/testing';

export const stableSdl = temporarySdl(`
  type Query { stables: [String!] @access(signedIn: true) }
  type Cow @key(fields: "id") @access(roles: ["fieldWorker"]) { id: ID! stable: String }
`);

@Injectable()
@Resolver('Cow')
class StableResolver {
  @Query('stables')
  stables(): string[] {
    return ['north', 'south'];
  }

  @ResolveField('stable')
  stable(@Parent() { id }: { id: string }): string {
    return `stable of ${id}`;
  }
}

@Module({
  imports: [SubgraphModule.forRoot({ name: 'stable', typePaths: [stableSdl], signingKey: testSigningKey })],
  providers: [StableResolver],
})
export class StableModule {}
