import { Body, Injectable, Module, Post } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { Caller } from '@jingzhun/access';
import { testSigningKey } from '@jingzhun/access/testing';
import { InvalidInput, NotFound, StaleVersion } from '@jingzhun/kernel';
import { z } from 'zod';
import { CallerOf } from '../enforcement/caller-of';
import { Internal } from '../internal/internal';
import { InternalModule } from '../internal/internal.module';
import { loaderFor } from '../loader-for';
import { SubgraphModule } from '../subgraph.module';
import { temporaryFolder } from './temporary-folder';
import { UploadModule } from '../uploads/upload.module';
import { temporarySdl } from './temporary-sdl';

export const cowKeys = { gateway: testSigningKey, worker: `${testSigningKey} worker` };

const sdl = `
  type Query {
    cow(id: ID!): Cow @access(roles: ["fieldWorker", "supervisor"])
    cows(first: Int! = 50): [Cow!]! @access(signedIn: true)
    weather: String @access(public: true) @tag(name: "public")
    broken: String @access(public: true)
  }
  type Mutation { feed(input: FeedInput!): FeedResult! @access(roles: ["fieldWorker"]) }
  input FeedInput { key: ID! id: ID! version: Int! }
  union FeedResult = Cow | StaleVersion | NotAllowed
  type Cow @key(fields: "id") @access(roles: ["fieldWorker", "supervisor"]) {
    id: ID!
    seenFrom: [String!]!
    mother: Cow
    earTag: String @access(roles: ["supervisor"])
    bornAt: DateTime!
  }
`;

/** The keys that were asked for together, one entry a query. */
export const batches: string[][] = [];
const cow = (id: string) => ({ id, earTag: 'secret', bornAt: new Date(0) });

@Injectable()
@Resolver('Cow')
class CowResolver {
  @Query('cow')
  cow(@Args('id') id: string): object {
    if (id === 'stranger') throw new NotFound('There is no such cow.', 'id');
    return cow(id);
  }

  @Query('cows')
  cows(@Args('first') first: number): object[] {
    return Array.from({ length: first }, (_, index) => cow(String(index)));
  }

  @Query('weather')
  weather(): string {
    return 'rain';
  }

  @Query('broken')
  broken(): never {
    throw new Error('relation "cow" does not exist');
  }

  @Mutation('feed')
  feed(@Args('input') input: { id: string; version: number }): object {
    if (input.version !== 1) throw new StaleVersion('The cow has been fed since.');
    if (input.id === 'sick') throw new InvalidInput('The cow is ill.', 'id');
    return cow(input.id);
  }

  @ResolveField('seenFrom')
  seenFrom(@CallerOf() caller: Caller): string[] {
    return caller.areas;
  }

  @ResolveField('mother')
  async mother(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): Promise<object | undefined> {
    return loaderFor(caller, this, async (ids: readonly string[]) => {
      batches.push([...ids]);
      return new Map(ids.map((key) => [key, cow(`mother of ${key}`)]));
    }).load(id);
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @CallerOf() caller: Caller): object {
    return cow(`${id} in ${caller.areas.join()}`);
  }
}

@Internal()
class ClockController {
  @Post('tick')
  tick(@Body({ schema: z.object({ id: z.uuid() }) }) { id }: { id: string }): object {
    return { id };
  }
}

const cowFile = temporarySdl(sdl);

@Module({
  imports: [
    SubgraphModule.forRoot({ name: 'cows', typePaths: [cowFile], signingKey: cowKeys.gateway }),
    InternalModule.forRoot({ signingKey: cowKeys.worker }),
    UploadModule.forRoot({
      folder: temporaryFolder('uploads'),
      roles: ['administrator'],
      maximumBytes: 1000,
    }),
  ],
  controllers: [ClockController],
  providers: [CowResolver],
})
export class CowModule {}
