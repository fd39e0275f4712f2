import {
  contentDigest,
  contentDigestHeader,
  encodePassport,
  sha256Hex,
  sign,
  type Passport,
  type Role,
} from '@jingzhun/access';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A service's own address, spoken to as the gateway would for one person. */
export class ServiceDoor {
  private readonly passport: string;

  constructor(
    private readonly address: string,
    private readonly key: string,
    role: Role,
    areas: string[],
  ) {
    const passport: Passport = {
      accountId: randomUUID(),
      personId: randomUUID(),
      grants: [{ role, areas }],
      requestId: randomUUID(),
    };
    this.passport = encodePassport(passport);
  }

  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    const answer = await this.send('POST', '/graphql', body, { 'content-type': 'application/json' }, body);
    const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(`the service answered ${JSON.stringify(errors)}`);
    return data;
  }

  /** Answers the id under which a mutation can name the file. */
  async upload(content: Uint8Array<ArrayBuffer>): Promise<string> {
    const headers = { 'content-type': 'application/octet-stream', [contentDigestHeader]: contentDigest(content) };
    const answer = await this.send('POST', '/files', { sha256: sha256Hex(content) }, headers, content);
    const { fileId } = (await answer.json()) as { fileId?: string };
    if (!fileId) throw new Error(`the service took no file: ${answer.status}`);
    return fileId;
  }

  async fetch(path: string): Promise<Buffer> {
    const answer = await this.send('GET', path, '', {});
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Asks a mutation with a key of its own, then follows its record until it is no longer `running`. */
  async follow<Row extends { id: string; state: string }>(
    begin: string,
    input: Record<string, unknown>,
    query: string,
    everyMs = 20,
  ): Promise<Row> {
    const { begun } = await this.ask<{ begun: Row & { code?: string } }>(begin, {
      input: { key: randomUUID(), ...input },
    });
    if (begun.code) throw new Error(`refused: ${begun.code}`);
    for (;;) {
      const { row } = await this.ask<{ row: Row }>(query, { id: begun.id });
      if (row.state !== 'running') return row;
      await pause(everyMs);
    }
  }

  private send(
    method: string,
    path: string,
    signed: string | { sha256: string },
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const signature = sign({ method, path, passport: this.passport, body: signed }, this.key);
    return fetch(new URL(path, this.address), { method, headers: { ...headers, ...signature }, body });
  }
}
