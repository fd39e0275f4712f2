import { Controller, Get, Inject, Injectable, Module, Param, Post, Query as QueryPart, Req, Res } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { Caller } from '@jingzhun/access';
import { testSigningKey } from '@jingzhun/access/testing';
import { NotFound } from '@jingzhun/kernel';
import { CallerOf, passportOf, StoredFiles, StoredFilesModule, SubgraphModule, UploadModule } from '@jingzhun/subgraph';
import { temporaryFolder, temporarySdl } from '@jingzhun/subgraph/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MeadowExports } from './meadow-exports';
import { Meeting } from './meeting';

export const meadowSdl = temporarySdl(`
  type Query {
    motd: String! @access(public: true) @tag(name: "public")
    cow(id: ID!): Cow @access(roles: ["fieldWorker"])
    cows(first: Int! = 10): [Cow!]! @access(signedIn: true)
    me: Me! @access(signedIn: true)
    meTogether: Me! @access(signedIn: true)
    never: String @access(signedIn: true)
    broken: String @access(signedIn: true)
    at(moment: DateTime!): DateTime! @access(signedIn: true)
  }
  type Mutation { signIn(input: SignInInput!): SignInResult! @access(public: true) @tag(name: "public") }
  input SignInInput { login: String! password: String! }
  union SignInResult = Session | NotFound
  type Session @access(public: true) { token: String! }
  type Me @access(signedIn: true) { accountId: ID! areas: [String!]! herd: [Cow!]! }
  type Cow @key(fields: "id") @access(signedIn: true) { id: ID! mother: Cow }
`);

/** How many callers are inside \`meTogether\` before any of them is answered. */
export const together = new Meeting();

@Injectable()
@Resolver('Cow')
class CowResolver {
  @ResolveField('mother')
  mother(@Parent() { id }: { id: string }): object {
    return { id: `${id}m` };
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }): object {
    return { id };
  }
}

@Injectable()
@Resolver()
class MeadowResolver {
  @Query('motd')
  motd(): string {
    return 'mind the gate';
  }

  @Query('cow')
  cow(@Args('id') id: string): object {
    if (id === 'stranger') throw new NotFound('There is no such cow.', 'id');
    return { id };
  }

  @Query('cows')
  cows(@Args('first') first: number): object[] {
    return Array.from({ length: first }, (_, index) => ({ id: String(index) }));
  }

  @Query('me')
  me(@CallerOf() { accountId, areas }: Caller): object {
    return { accountId, areas, herd: [{ id: '1' }] };
  }

  @Query('meTogether')
  async meTogether(@CallerOf() { accountId, areas }: Caller): Promise<object> {
    await together.arrive();
    return { accountId, areas, herd: [] };
  }

  @Query('never')
  never(): Promise<string> {
    return new Promise(() => undefined);
  }

  @Query('broken')
  broken(): never {
    throw new Error('relation "meadow" does not exist');
  }

  @Query('at')
  at(@Args('moment') moment: Date): Date {
    return moment;
  }

  @Mutation('signIn')
  signIn(@Args('input') { login }: { login: string }): object {
    if (login !== 'known') throw new NotFound('Login or password is wrong.');
    return { token: 'opaque' };
  }
}

/** Keeps pictures of cows and prints their papers. */
@Controller()
class PictureController {
  constructor(@Inject(StoredFiles) private readonly files: StoredFiles) {}

  @Post('files/:kind')
  async keep(
    @Param('kind') kind: string,
    @QueryPart('areaCode') areaCode: string,
    @Req() request: FastifyRequest<{ Body: Readable }>,
  ): Promise<object> {
    const fileId = randomUUID();
    await this.files.put(fileId, await buffer(request.body));
    return { fileId, kind, areaCode, by: passportOf(request).accountId };
  }

  @Get('files/:id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    if (id === 'nobody-s') throw new NotFound('There is no such picture.', 'id');
    const headers = { 'content-type': 'image/png', 'content-disposition': 'attachment; filename="cow.png"' };
    await reply.headers({ ...headers, 'set-cookie': 'inside=1' }).send(await this.files.open(id));
  }

  @Get('documents/:kind/:id')
  async print(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', 'application/pdf').send(`${request.url} for ${passportOf(request).accountId}`);
  }
}

@Module({
  imports: [
    SubgraphModule.forRoot({ name: 'meadow', typePaths: [meadowSdl], signingKey: testSigningKey }),
    UploadModule.forRoot({ folder: temporaryFolder('meadow'), roles: ['administrator'] }),
    StoredFilesModule.forRoot({ folder: temporaryFolder('pictures'), path: '/files/:kind' }),
  ],
  controllers: [MeadowExports, PictureController],
  providers: [CowResolver, MeadowResolver],
})
export class MeadowModule {}
