import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startGateway, startTestGraph, tokenFor, type TestGraph } from '../testing/test-gateway';

describe('the gateway', () => {
  let graph: TestGraph;
  let gateway: NestFastifyApplication;
  let worker: string;

  beforeAll(async () => {
    graph = await startTestGraph();
    gateway = await startGateway(graph.settings);
    worker = await tokenFor('worker', 'fieldWorker', ['451225100001001']);
  });
  afterAll(async () => {
    await gateway.close();
    await graph.close();
  });

  describe('hands files on', () => {
    const content = 'county,1,罗城\nend,0,0,0,0\n';
    const digest = `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;

    async function send(token: string | undefined, headers: Record<string, string> = {}, path = '/files/meadow') {
      const answer = await gateway.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/octet-stream',
          'content-digest': digest,
          ...(token && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        payload: content,
      });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    }

    it('to the service that wants them, for those who may', async () => {
      const administrator = await tokenFor('administrator', 'administrator', []);
      expect(await send(administrator)).toEqual({
        status: 201,
        body: { fileId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      });
      expect(await send(worker)).toMatchObject({ status: 422, body: { code: 'NOT_ALLOWED' } });
      expect((await send(undefined)).status).toBe(401);
      expect((await send(administrator, {}, '/files/nothing')).status).toBe(404);
    });

    it('with the digest they came with, up to 64 MiB, and never as a form of another site could send them', async () => {
      const administrator = await tokenFor('administrator', 'administrator', []);
      const other = `sha-256=:${createHash('sha256').update('other').digest('base64')}:`;
      expect(await send(administrator, { 'content-digest': other })).toMatchObject({ status: 422 });
      expect((await send(administrator, { 'content-digest': '' })).status).toBe(400);
      expect((await send(administrator, { 'content-type': 'text/plain' })).status).toBe(415);
      expect((await send(administrator, { 'content-length': String(64 * 1024 * 1024 + 1) })).status).toBe(413);
    });

    it('of a kind, with what is said of them, to be kept', async () => {
      const kept = await send(worker, {}, '/files/meadow/photo?areaCode=451225100');
      expect(kept).toMatchObject({ status: 201, body: { kind: 'photo', areaCode: '451225100', by: 'worker' } });
      expect((await send(undefined, {}, '/files/meadow/photo?areaCode=451225100')).status).toBe(401);
      expect((await send(worker, {}, '/files/meadow/photo?areaCode=%2e%2e')).status).toBe(404);
    });
  });

  describe('fetches', () => {
    const fetched = (url: string, token: string | undefined = worker) =>
      gateway.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} });

    async function keptPicture(): Promise<string> {
      const content = randomBytes(200_000);
      const digest = `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
      const answer = await gateway.inject({
        method: 'POST',
        url: '/files/meadow/photo',
        headers: {
          'content-type': 'application/octet-stream',
          'content-digest': digest,
          authorization: `Bearer ${worker}`,
        },
        payload: content,
      });
      const { fileId } = answer.json<{ fileId: string }>();
      const got = await fetched(`/files/meadow/${fileId}`);
      expect(got.rawPayload.equals(content)).toBe(true);
      return fileId;
    }

    it('a kept file as it was, to be saved and never shown, and kept by nobody on the way', async () => {
      const { headers } = await fetched(`/files/meadow/${await keptPicture()}`);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': 'attachment; filename="cow.png"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(headers).not.toHaveProperty('set-cookie');
    });

    it('a printed document, for the one who asks', async () => {
      const answer = await fetched('/documents/meadow/pedigree/a-cow.pdf?paper=A4');
      expect(answer.body).toBe('/documents/pedigree/a-cow.pdf?paper=A4 for worker');
      expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'attachment' });
    });

    it('nothing for nobody, and nothing by a way around', async () => {
      const id = await keptPicture();
      expect((await gateway.inject({ url: `/files/meadow/${id}` })).statusCode).toBe(401);
      expect((await gateway.inject({ url: '/documents/meadow/pedigree/a.pdf' })).statusCode).toBe(401);
      for (const path of ['/files/nothing/x', '/files/meadow/..%2fgraphql', '/documents/meadow/x/..%2f..%2fmetrics']) {
        expect((await fetched(path)).statusCode).toBe(404);
      }
    });

    it('a refusal as the service wrote it, and of a fault only that there was one', async () => {
      const refusal = await fetched('/files/meadow/nobody-s');
      expect(refusal.statusCode).toBe(422);
      expect(refusal.json()).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
      const fault = await fetched('/files/meadow/no-uuid');
      expect(fault.statusCode).toBe(503);
      expect(fault.body).not.toMatch(/uuid/);
    });
  });
});
