import { randomUUID } from 'node:crypto';
import { encodePassport, sign } from '@jingzhun/access';
import { passportOf as passport, signedRequest, testSigningKey } from '@jingzhun/access/testing';
import { NotFound } from '@jingzhun/kernel';
import { Uploads } from './index';
import { testSubgraph, type TestSubgraph } from './testing';
import { cowKeys, CowModule } from './testing/cow-service';

describe('beside its graph, a service', () => {
  const worker = passport('fieldWorker', ['451225100001001']);
  let graph: TestSubgraph;
  beforeAll(async () => {
    graph = await testSubgraph(CowModule, cowKeys);
  });
  afterAll(() => graph.close());

  describe('lets the worker in at its own door', () => {
    it('with its signature and a proper body', async () => {
      const id = randomUUID();
      expect(await graph.internal('tick', { id })).toEqual({ status: 201, body: { id } });
      expect((await graph.internal('tick', { id: 'x' })).status).toBe(400);
    });

    it('and nobody with the gateway’s', async () => {
      const answer = await graph.app.inject(
        signedRequest('/internal/tick', { id: randomUUID() }, testSigningKey, worker),
      );
      expect(answer.statusCode).toBe(401);
    });
  });

  describe('takes files', () => {
    const administrator = passport('administrator', ['451225']);

    it('and gives them back by their id', async () => {
      const { status, body } = await graph.upload(administrator, 'county,1,罗城');
      expect(status).toBe(201);
      const chunks: Buffer[] = [];
      for await (const chunk of await graph.app.get(Uploads).open(body.fileId)) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toBe('county,1,罗城');
      await graph.app.get(Uploads).discard(body.fileId);
      await expect(graph.app.get(Uploads).open(body.fileId)).rejects.toThrow(NotFound);
    });

    it('up to its limit, from those who may', async () => {
      expect(await graph.upload(administrator, 'x'.repeat(1001))).toMatchObject({
        status: 422,
        body: { code: 'INVALID_INPUT' },
      });
      expect(await graph.upload(worker, 'x')).toMatchObject({ status: 422, body: { code: 'NOT_ALLOWED' } });
    });

    it('and refuses one that is not the file declared', async () => {
      const declared = { sha256: 'ab'.repeat(32) };
      const request = { method: 'POST', path: '/files', passport: encodePassport(administrator), body: declared };
      const answer = await graph.app.inject({
        method: 'POST',
        url: '/files',
        payload: 'another',
        headers: {
          'content-type': 'application/octet-stream',
          'content-digest': `sha-256=:${Buffer.from(declared.sha256, 'hex').toString('base64')}:`,
          ...sign(request, testSigningKey),
        },
      });
      expect(answer.statusCode).toBe(422);
      await expect(graph.app.get(Uploads).open('../../etc/passwd')).rejects.toThrow(NotFound);
    });
  });
});
