import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { GatewayClient } from './gateway-client';
import { Session } from './session';

/** Stands in for the gateway: answers with what the test says, and remembers what it was sent. */
class StandInGateway {
  readonly requests: { path: string; authorization?: string; body: string }[] = [];
  private server: Server | undefined;
  answer: (body: string, response: ServerResponse, request: IncomingMessage) => void = () => undefined;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        this.requests.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
        this.answer(body, response, request);
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const hour = 3_600_000;

function tokens(accessToken: string, life = hour) {
  const accessTokenExpiresAt = new Date(Date.now() + life).toISOString();
  return {
    data: {
      answer: { __typename: 'Session', accessToken, accessTokenExpiresAt, refreshToken: `${accessToken}-refresh` },
    },
  };
}

describe('a simulated person at the gateway', () => {
  const gateway = new StandInGateway();
  let client: GatewayClient;
  let faults = 0;
  const session = (milliseconds = 10_000) =>
    new Session(
      client,
      { milliseconds, onFault: () => (faults += 1) },
      { login: 'p', password: 'secret', activationCode: 'code' },
    );

  beforeAll(async () => {
    client = new GatewayClient(await gateway.start(), 4);
  });
  beforeEach(() => {
    gateway.requests.length = 0;
    faults = 0;
  });
  afterAll(async () => {
    client.close();
    await gateway.stop();
  });

  it('activates the account first, and sends the token with every question', async () => {
    gateway.answer = (body, response) =>
      json(response, 200, body.includes('activateAccount') ? tokens('one') : { data: { x: 1 } });
    expect(await session().ask('{ x }')).toEqual({ x: 1 });
    expect(gateway.requests.map(({ authorization }) => authorization)).toEqual([undefined, 'Bearer one']);
  });

  it('signs in when the account was activated already', async () => {
    gateway.answer = (body, response) => {
      if (body.includes('activateAccount')) {
        json(response, 200, {
          data: { answer: { __typename: 'ActivationFailed', code: 'ACTIVATION_FAILED', message: 'no' } },
        });
      } else json(response, 200, body.includes('signIn') ? tokens('two') : { data: { x: 2 } });
    };
    expect(await session().ask('{ x }')).toEqual({ x: 2 });
  });

  it('repeats a mutation with the same idempotency key when the answer is lost', async () => {
    let lost = false;
    gateway.answer = (body, response, request) => {
      if (body.includes('activateAccount')) return json(response, 200, tokens('three'));
      if (!lost) {
        lost = true;
        request.socket.destroy();
        return;
      }
      json(response, 200, { data: { answer: { __typename: 'Thing' } } });
    };
    await session().perform('mutation', { value: 1 });
    const sent = gateway.requests.slice(1).map(({ body }) => body);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toBe(sent[1]);
    expect(faults).toBe(1);
  });

  it('signs in again when the gateway no longer takes the token', async () => {
    let given = 0;
    gateway.answer = (body, response, request) => {
      if (body.includes('activateAccount') || body.includes('signIn'))
        return json(response, 200, tokens(`t${++given}`));
      const isNew = request.headers.authorization === 'Bearer t2';
      if (isNew) json(response, 200, { data: { x: 3 } });
      else json(response, 401, { errors: [{ message: 'over', extensions: { code: 'UNAUTHENTICATED' } }] });
    };
    expect(await session().ask('{ x }')).toEqual({ x: 3 });
  });

  it('exchanges a token that is about to end', async () => {
    gateway.answer = (body, response) => {
      if (body.includes('activateAccount')) return json(response, 200, tokens('short', 1_000));
      json(response, 200, body.includes('refreshSession') ? tokens('long') : { data: { x: 4 } });
    };
    const person = session();
    await person.enter();
    await person.ask('{ x }');
    expect(gateway.requests.at(-1)?.authorization).toBe('Bearer long');
  });

  it('does not repeat what was refused, and says why', async () => {
    gateway.answer = (body, response) => {
      if (body.includes('activateAccount')) return json(response, 200, tokens('four'));
      json(response, 200, {
        data: { answer: { __typename: 'NotAtStage', code: 'NOT_AT_STAGE', message: 'It is elsewhere.' } },
      });
    };
    await expect(session().perform('mutation', {})).rejects.toThrow('It is elsewhere. [NOT_AT_STAGE]');
    expect(gateway.requests).toHaveLength(2);
  });

  it('gives up a broken gateway when patience is over', async () => {
    gateway.answer = (_body, response) =>
      json(response, 200, { errors: [{ message: 'Something went wrong.', extensions: { code: 'FAULT' } }] });
    await expect(session(300).ask('{ x }')).rejects.toThrow('Something went wrong. [FAULT]');
    expect(faults).toBeGreaterThan(0);
  });

  it('sends a file piece by piece and answers its id', async () => {
    gateway.answer = (body, response, request) => {
      if (request.url === '/graphql') return json(response, 200, tokens('five'));
      json(response, 201, { fileId: `${request.url ?? ''}:${body.length}` });
    };
    const file = () => Readable.from(['one\n', 'two\n']);
    expect(await session().upload('identification', file)).toBe('/files/identification:8');
  });
});
