import { encodePassport, sign, signatureWindowMs } from '@jingzhun/access';
import { passportOf as passport, signedRequest, testSigningKey } from '@jingzhun/access/testing';
import { createLogger } from '@jingzhun/observability';
import { createSubgraph, SubgraphModule } from './index';
import { temporarySdl, testSubgraph, type GraphAnswer, type TestSubgraph } from './testing';
import { batches, cowKeys, CowModule } from './testing/cow-service';

const worker = passport('fieldWorker', ['451225100001001']);
const supervisor = passport('supervisor', ['451225100']);
const clerk = passport('entryClerk', ['451225100']);

describe('a subgraph', () => {
  let graph: TestSubgraph;
  beforeAll(async () => {
    graph = await testSubgraph(CowModule, cowKeys);
  });
  afterAll(() => graph.close());

  const post = (url: string, body: unknown, headers = {}) =>
    graph.app.inject({ method: 'POST', url, payload: body as object, headers });

  describe('listens to the gateway only', () => {
    it.each([
      ['an ordinary query', { query: '{ weather }' }],
      ['the schema of the service', { query: '{ _service { sdl } }' }],
      ['a fetch by key', { query: '{ _entities(representations: [{__typename: "Cow", id: "1"}]) { __typename } }' }],
    ])('an unsigned call is refused: %s', async (_, body) => {
      const answer = await post('/graphql', body);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual({ error: { code: 'UNSIGNED', message: 'Only signed calls are answered here.' } });
    });

    it('a captured call is refused after sixty seconds', async () => {
      const payload = JSON.stringify({ query: '{ weather }' });
      const request = { method: 'POST', path: '/graphql', passport: encodePassport(worker), body: payload };
      const send = (at: number) =>
        graph.app.inject({
          method: 'POST',
          url: '/graphql',
          payload,
          headers: { 'content-type': 'application/json', ...sign(request, testSigningKey, at) },
        });
      expect((await send(Date.now() - signatureWindowMs - 1)).statusCode).toBe(401);
      expect((await send(Date.now() - signatureWindowMs + 5_000)).statusCode).toBe(200);
    });

    it('a signature by the worker, or without a passport, opens nothing of the graph', async () => {
      const body = { query: '{ weather }' };
      expect((await graph.app.inject(signedRequest('/graphql', body, cowKeys.worker, worker))).statusCode).toBe(401);
      expect((await graph.app.inject(signedRequest('/graphql', body, testSigningKey))).statusCode).toBe(401);
    });

    it('a path that does not exist says no more than one that does', async () => {
      expect((await post('/nothing', {})).statusCode).toBe(401);
      expect((await graph.app.inject({ url: '/graphql?query={weather}' })).statusCode).toBe(401);
    });

    it('health is answered to everybody', async () => {
      expect((await graph.app.inject({ url: '/healthz' })).statusCode).toBe(200);
      expect((await graph.app.inject({ url: '/readyz' })).statusCode).toBe(200);
      expect((await graph.app.inject({ url: '/metrics' })).statusCode).toBe(200);
    });

    it('a body beyond one MiB is refused', async () => {
      const answer = await graph.app.inject(
        signedRequest('/graphql', { query: 'x'.repeat(1024 * 1024) }, testSigningKey, worker),
      );
      expect(answer.statusCode).toBe(413);
    });
  });

  describe('keeps to its rules', () => {
    it('a caller has the areas of the roles that the field allows', async () => {
      const both = { ...worker, grants: [...worker.grants, ...clerk.grants] };
      const answer = await graph.execute(both, '{ cow(id: "1") { id seenFrom bornAt } }');
      expect(answer).toEqual({
        data: { cow: { id: '1', seenFrom: ['451225100001001'], bornAt: '1970-01-01T00:00:00.000Z' } },
      });
    });

    it('a plain property has its rule too', async () => {
      const query = '{ cow(id: "1") { id earTag } }';
      expect((await graph.execute(supervisor, query)).data).toEqual({ cow: { id: '1', earTag: 'secret' } });
      const refused = await graph.execute(worker, query);
      expect(refused.data).toEqual({ cow: { id: '1', earTag: null } });
      expect(refused.errors?.[0]).toMatchObject({ path: ['cow', 'earTag'], extensions: { code: 'NOT_ALLOWED' } });
    });

    it('a role that the field does not allow is refused, and so is nobody', async () => {
      for (const caller of [clerk, undefined]) {
        const answer = await graph.execute(caller, '{ cow(id: "1") { id } }');
        expect(answer.data).toEqual({ cow: null });
        expect(answer.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
      }
    });

    it('what is public is answered to nobody in particular', async () => {
      expect(await graph.execute(undefined, '{ weather }')).toEqual({ data: { weather: 'rain' } });
    });

    it('a fetch by key obeys the rule of the type', async () => {
      const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Cow { id } } }';
      const variables = { r: [{ __typename: 'Cow', id: '7' }] };
      expect((await graph.execute(supervisor, query, variables)).data).toEqual({
        _entities: [{ id: '7 in 451225100' }],
      });
      const refused = await graph.execute(clerk, query, variables);
      expect(refused.data).toEqual({ _entities: [null] });
      expect(refused.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    });

    it('the schema is not shown', async () => {
      const answer = await graph.execute(supervisor, '{ __schema { types { name } } }');
      expect(answer.data).toBeUndefined();
      expect(answer.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it.each([0, -1, 101])('a page of %d rows is refused', async (first) => {
      const answer = await graph.execute(supervisor, `{ cows(first: ${first}) { id } }`);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'first' });
    });

    it('a page of a hundred rows asks for what belongs to them in one go', async () => {
      batches.length = 0;
      const answer = await graph.execute(supervisor, '{ cows(first: 100) { mother { id } } }');
      expect(answer.errors).toBeUndefined();
      expect(batches).toHaveLength(1);
    });

    it.each([
      ['Query.a: no @access rule', 'type Query { a: Int }'],
      ['Query.a: @access names no known role: emperor', 'type Query { a: Int @access(roles: ["emperor"]) }'],
    ])('a service does not start: %s', async (problem, text) => {
      const unsafe = SubgraphModule.forRoot({ name: 'x', typePaths: [temporarySdl(text)], signingKey: testSigningKey });
      await expect(testSubgraph(unsafe)).rejects.toThrow(problem);
    });
  });

  describe('says no plainly and hides its faults', () => {
    const feed = `mutation ($input: FeedInput!) { feed(input: $input) { __typename ... on Cow { id } ... on Refusal { code message advice field } } }`;
    const input = { key: 'k', id: '1', version: 1 };

    it('a mutation answers its record', async () => {
      expect(await graph.execute(worker, feed, { input })).toEqual({ data: { feed: { __typename: 'Cow', id: '1' } } });
    });

    it('a refusal is a member of the result', async () => {
      expect(await graph.execute(worker, feed, { input: { ...input, version: 2 } })).toMatchObject({
        data: {
          feed: {
            __typename: 'StaleVersion',
            code: 'STALE_VERSION',
            message: 'The cow has been fed since.',
            field: null,
          },
        },
      });
      expect(await graph.execute(clerk, feed, { input })).toMatchObject({
        data: { feed: { __typename: 'NotAllowed', code: 'NOT_ALLOWED' } },
      });
    });

    it('a refusal that the result does not name is an error with its stable code', async () => {
      const answer = await graph.execute(worker, feed, { input: { ...input, id: 'sick' } });
      expect(answer.errors?.[0]).toMatchObject({
        message: 'The cow is ill.',
        extensions: { code: 'INVALID_INPUT', field: 'id' },
      });
      const query = await graph.execute(worker, '{ cow(id: "stranger") { id } }');
      expect(query.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    });

    it('a refusal leaves no line in the log, and a fault one, with the id the person has', async () => {
      const lines: Record<string, unknown>[] = [];
      const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
      const logger = createLogger({ service: 'spec', level: 'warn', destination });
      const app = await createSubgraph(CowModule, logger);
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      const send = (query: string) => app.inject(signedRequest('/graphql', { query }, testSigningKey, worker));
      await send('{ cow(id: "stranger") { id } }');
      expect(lines).toEqual([]);
      const answer = (await send('{ broken }')).json<GraphAnswer<unknown>>();
      expect(lines).toMatchObject([
        { level: 'error', fault: answer.errors?.[0]?.extensions?.id, requestId: worker.requestId, path: 'broken' },
      ]);
      await app.close();
    });

    it('a fault shows an id and nothing of the inside', async () => {
      const answer = await graph.execute(worker, '{ broken }');
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]).toMatchObject({
        message: 'Something went wrong on our side.',
        extensions: { code: 'FAULT', id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
      });
      expect(JSON.stringify(answer)).not.toMatch(/relation|stack|\.ts/);
    });

    it('a misspelt field is named without hints at others', async () => {
      const answer = await graph.execute(worker, '{ weathr }');
      expect(answer.errors?.[0]?.message).not.toMatch(/Did you mean/);
    });
  });
});
