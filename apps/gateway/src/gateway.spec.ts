import { encodePassport } from '@jingzhun/access';
import { passportOf } from '@jingzhun/access/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { together } from './testing/meadow-subgraph';
import { startGateway, startTestGraph, tokenFor, type TestGraph } from './testing/test-gateway';

interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: { code: string; id: string; limit?: string } }[];
}

const fault = { code: 'FAULT', id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string };

describe('the gateway', () => {
  let graph: TestGraph;
  let gateway: NestFastifyApplication;
  let worker: string;
  let clerk: string;

  beforeAll(async () => {
    graph = await startTestGraph();
    gateway = await startGateway(graph.settings);
    worker = await tokenFor('worker', 'fieldWorker', ['451225100001001']);
    clerk = await tokenFor('clerk', 'entryClerk', ['451225101']);
  });
  afterAll(async () => {
    await gateway.close();
    await graph.close();
  });

  async function ask(
    token: string | undefined,
    query: string,
    more: { variables?: object; headers?: Record<string, string>; at?: NestFastifyApplication } = {},
  ): Promise<Answer> {
    const answer = await (more.at ?? gateway).inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...more.headers },
      payload: { query, variables: more.variables },
    });
    return { status: answer.statusCode, ...answer.json<Omit<Answer, 'status'>>() };
  }

  const codesOf = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);

  describe('knows who asks', () => {
    it('nobody gets only what is public', async () => {
      expect(await ask(undefined, '{ motd }')).toEqual({ status: 200, data: { motd: 'mind the gate' } });
      for (const query of [
        '{ me { accountId } }',
        '{ motd me { accountId } }',
        '{ ...f } fragment f on Query { cows { id } }',
      ]) {
        const refused = await ask(undefined, query);
        expect([refused.status, codesOf(refused)]).toEqual([401, ['UNAUTHENTICATED']]);
      }
    });

    it('a token says who it is, and one that is not good is refused even for what is public', async () => {
      const answer = await ask(worker, '{ me { accountId areas } }');
      expect(answer.data).toEqual({ me: { accountId: 'worker', areas: ['451225100001001'] } });
      expect((await ask('forged', '{ motd }')).status).toBe(401);
    });

    it('headers that claim an identity are not believed', async () => {
      const headers = { 'x-passport': encodePassport(passportOf('administrator', ['451225'])), 'x-account-id': 'boss' };
      expect((await ask(undefined, '{ me { accountId } }', { headers })).status).toBe(401);
      const answer = await ask(clerk, '{ me { accountId areas } }', { headers });
      expect(answer.data).toEqual({ me: { accountId: 'clerk', areas: ['451225101'] } });
    });

    it('the rule of a field holds across services', async () => {
      const query = '{ me { herd { id stable } } }';
      expect((await ask(worker, query)).data).toEqual({ me: { herd: [{ id: '1', stable: 'stable of 1' }] } });
      const refused = await ask(clerk, query);
      expect(refused.data).toEqual({ me: { herd: [{ id: '1', stable: null }] } });
      expect(codesOf(refused)).toEqual(['NOT_ALLOWED']);
    });

    it('two people who ask the same at the same moment get each their own', async () => {
      together.expect(2);
      const query = '{ meTogether { accountId areas } }';
      const [first, second] = await Promise.all([ask(worker, query), ask(clerk, query)]);
      expect(first.data).toEqual({ meTogether: { accountId: 'worker', areas: ['451225100001001'] } });
      expect(second.data).toEqual({ meTogether: { accountId: 'clerk', areas: ['451225101'] } });
    });

    it('one document carries one attempt to sign in', async () => {
      const signIn = (name: string) => `${name}: signIn(input: {login: "x", password: "y"}) { __typename }`;
      expect((await ask(undefined, `mutation { ${signIn('a')} }`)).data).toEqual({ a: { __typename: 'NotFound' } });
      const refused = await ask(undefined, `mutation { ${signIn('a')} ${signIn('b')} }`);
      expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
    });

    it('a service answers nobody who goes around the gateway', async () => {
      for (const query of ['{ motd }', '{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
        const answer = await fetch(graph.settings.SUBGRAPH_URLS.get('meadow') ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        expect(answer.status).toBe(401);
      }
    });
  });

  describe('keeps requests within bounds', () => {
    const nested = (levels: number) => `{ cow(id: "1") ${'{ mother '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
    const bomb = [
      '{ me { ...f0 } }',
      ...Array.from({ length: 12 }, (_, n) => `fragment f${n} on Me { ...f${n + 1} ...f${n + 1} }`),
      'fragment f12 on Me { accountId }',
    ];

    it.each([
      ['depth', nested(7)],
      ['aliases', `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: me { accountId }`).join(' ')} }`],
      ['tokens', `{ ${'motd '.repeat(1000)} }`],
      ['fields', bomb.join('\n')],
    ])('a document beyond the %s is refused before it is planned', async (limit, query) => {
      const refused = await ask(worker, query);
      expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit } }] });
    });

    it('a document within them is answered', async () => {
      expect((await ask(worker, nested(6))).errors).toBeUndefined();
      const aliases = Array.from({ length: 15 }, (_, n) => `a${n}: me { accountId }`);
      expect((await ask(worker, `{ ${aliases.join(' ')} }`)).errors).toBeUndefined();
    });

    it.each([0, -1, 101, 2_000_000])('a page of %d rows is refused, written out or as a variable', async (first) => {
      const written = await ask(worker, `{ cows(first: ${first}) { id } }`);
      const query = 'query ($n: Int!) { cows(first: $n) { id } }';
      const variable = await ask(worker, query, { variables: { n: first } });
      for (const refused of [written, variable]) {
        expect(refused).toMatchObject({
          status: 400,
          errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'first' } }],
        });
      }
    });

    it('a page of a hundred rows is answered, and one without a size takes the default', async () => {
      const query = 'query ($n: Int = 100) { cows(first: $n) { id } }';
      expect((await ask(worker, query.replace('Int =', 'Int! ='))).data?.['cows']).toHaveLength(100);
      expect((await ask(worker, '{ cows { id } }')).data?.['cows']).toHaveLength(10);
    });

    it('a body beyond one MiB is refused', async () => {
      const refused = await ask(worker, `# ${'x'.repeat(1024 * 1024)}\n{ motd }`);
      expect([refused.status, codesOf(refused)]).toEqual([413, ['TOO_LARGE']]);
    });

    it('an operation that takes too long ends with an answer that says so', async () => {
      const hasty = await startGateway({ ...graph.settings, timeLimitMs: 150 });
      const late = await ask(worker, '{ never }', { at: hasty });
      expect([late.status, codesOf(late)]).toEqual([504, ['TIMEOUT']]);
      await hasty.close();
    });

    it.each([
      ['text/plain', '{"query":"{ motd }"}', 415],
      ['application/x-www-form-urlencoded', 'query={motd}', 415],
      ['multipart/form-data; boundary=x', '--x--', 415],
      ['application/json', '[{"query":"{ motd }"},{"query":"{ motd }"}]', 400],
      ['application/json', '{"query":', 400],
      ['application/json', '{"__proto__":{"a":1},"query":"{ motd }"}', 400],
    ])('a body of type %s that reads %s is refused', async (type, payload, status) => {
      const answer = await gateway.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': type },
        payload,
      });
      expect(answer.statusCode).toBe(status);
      expect(answer.json<Answer>().errors?.[0]?.extensions.id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('a query in an address is not answered', async () => {
      expect((await gateway.inject({ url: '/graphql?query={motd}' })).statusCode).toBe(404);
    });

    it('the schema is shown only where that is allowed', async () => {
      const query = '{ __schema { queryType { name } } }';
      expect(codesOf(await ask(worker, query))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect((await ask(worker, '{ motdd }')).errors?.[0]?.message).not.toMatch(/Did you mean/);
      const open = await startGateway({ ...graph.settings, ALLOW_INTROSPECTION: true });
      expect((await ask(undefined, query, { at: open })).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
      await open.close();
    });
  });

  describe('says what went wrong and hides the inside', () => {
    it('a refusal comes through with its code, its field and an id', async () => {
      const answer = await ask(worker, '{ cow(id: "stranger") { id } }');
      expect(answer.data).toEqual({ cow: null });
      expect(answer.errors).toEqual([
        {
          message: 'There is no such cow.',
          path: ['cow'],
          extensions: expect.objectContaining({ code: 'NOT_FOUND', field: 'id', id: fault.id }) as object,
        },
      ]);
    });

    it('a fault is an id, which the answer’s header has too', async () => {
      const answer = await gateway.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${worker}` },
        payload: { query: '{ broken }' },
      });
      const { errors } = answer.json<Answer>();
      expect(errors).toEqual([{ message: 'Something went wrong on our side.', path: ['broken'], extensions: fault }]);
      expect(errors?.[0]?.extensions.id).toBe(answer.headers['x-request-id']);
      expect(answer.body).not.toMatch(/relation|stack|meadow|127\.0\.0\.1/);
    });

    it('a service that is away costs its part and no more, and is not named', async () => {
      const urls = new Map([...graph.settings.SUBGRAPH_URLS, ['stable', 'http://127.0.0.1:9/graphql']]);
      const halved = await startGateway({ ...graph.settings, SUBGRAPH_URLS: urls });
      const answer = await ask(worker, '{ me { accountId herd { id stable } } stables }', { at: halved });
      expect(answer.data).toEqual({ me: { accountId: 'worker', herd: [{ id: '1', stable: null }] }, stables: null });
      expect(new Set(codesOf(answer))).toEqual(new Set(['PART_UNAVAILABLE']));
      expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
      await halved.close();
    });

    it('a value of the wrong kind is the caller’s mistake', async () => {
      const query = 'query ($m: DateTime!) { at(moment: $m) }';
      expect((await ask(worker, query, { variables: { m: '2015-11-01T00:00:00.000Z' } })).data).toEqual({
        at: '2015-11-01T00:00:00.000Z',
      });
      expect(codesOf(await ask(worker, query, { variables: { m: 'yesterday' } }))).toEqual(['BAD_USER_INPUT']);
      expect(codesOf(await ask(worker, query, { variables: {} }))).toEqual(['BAD_USER_INPUT']);
    });

    it('it does not start when a service of the graph has no address', async () => {
      const urls = new Map([...graph.settings.SUBGRAPH_URLS].slice(0, 1));
      await expect(startGateway({ ...graph.settings, SUBGRAPH_URLS: urls })).rejects.toThrow('no address for: stable');
    });
  });

  it('says that it lives and that it is ready', async () => {
    expect((await gateway.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await gateway.inject({ url: '/readyz' })).statusCode).toBe(200);
    expect((await gateway.inject({ url: '/metrics' })).body).toContain('gateway_operation_seconds');
  });

  it('shows GraphiQL only where that is allowed, and nothing in it comes from elsewhere', async () => {
    expect((await gateway.inject({ url: '/graphiql' })).statusCode).toBe(404);
    const open = await startGateway({ ...graph.settings, ALLOW_GRAPHIQL: true });
    const page = await open.inject({ url: '/graphiql' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<script[^>]+src=|<link[^>]+href="http/);
    await open.close();
  });
});
