import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { brokenBook, hayBook } from '../testing/meadow-exports';
import { startGateway, startTestGraph, tokenFor, type TestGraph } from '../testing/test-gateway';

describe('the gateway hands exports out', () => {
  let graph: TestGraph;
  let gateway: NestFastifyApplication;
  let clerk: string;

  beforeAll(async () => {
    graph = await startTestGraph();
    gateway = await startGateway(graph.settings);
    clerk = await tokenFor('clerk', 'entryClerk', ['451225101']);
  });
  afterAll(async () => {
    await gateway.close();
    await graph.close();
  });

  const get = (path: string, token: string | undefined = clerk) =>
    gateway.inject({ url: path, headers: token === '' ? {} : { authorization: `Bearer ${token}` } });
  const codeOf = (answer: Awaited<ReturnType<typeof get>>) =>
    answer.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code;

  it('whole, to whom the subgraph gives them, with what a browser must know and nothing else', async () => {
    const { statusCode, headers, rawPayload } = await get(`/exports/meadow/${hayBook.id}`);
    expect([statusCode, rawPayload.length]).toEqual([200, hayBook.bytes]);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="clerk.xlsx"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('x-inside');
  });

  it('not to nobody', async () => {
    const answer = await get(`/exports/meadow/${hayBook.id}`, '');
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('not to whom the subgraph refuses them, and says why in its words', async () => {
    const worker = await tokenFor('worker', 'fieldWorker', ['451225101']);
    const refused = await get(`/exports/meadow/${hayBook.id}`, worker);
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { code: 'NOT_ALLOWED' }]);
    const missing = await get(`/exports/meadow/${hayBook.id.replace('0', '1')}`);
    expect([missing.statusCode, missing.json()]).toMatchObject([422, { code: 'NOT_FOUND' }]);
  });

  it('and nothing that is no export of a subgraph', async () => {
    for (const path of [`/exports/nothing/${hayBook.id}`, '/exports/meadow/..%2Fgraphql', '/exports/meadow/1'])
      expect((await get(path)).statusCode).toBe(404);
  });

  it('nor what goes on inside a subgraph that is broken', async () => {
    const answer = await get(`/exports/meadow/${brokenBook}`);
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'PART_UNAVAILABLE']);
    expect(answer.body).not.toContain('wet');
  });
});
