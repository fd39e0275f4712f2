import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { CannotStart } from './cannot-start';

const handedOut = new Set<number>();

/**
 * A port nobody listens on, and that nobody will be given by the system: it lies below the range for outgoing
 * connections. A client that keeps knocking at a restarting server of that range may end up connected to itself, and
 * then the server can never have its port back.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (!handedOut.has(port) && (await isFree(port))) {
      handedOut.add(port);
      return port;
    }
  }
  throw new CannotStart('No free port between 20000 and 32000: end some of the programs that listen there.');
}

/** The wished port, or, when it is taken and was not asked for explicitly, the next free one above it. */
export async function portFrom(wished: number, explicit: boolean): Promise<number> {
  if (await isFree(wished)) return wished;
  if (explicit)
    throw new CannotStart(
      `Port ${wished} is in use: end the program that listens there or choose another with --port.`,
    );
  for (let port = wished + 1; port < wished + 100; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new CannotStart(`Ports ${wished} to ${wished + 99} are all in use: choose another with --port.`);
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether somebody accepts connections there. */
export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2_000, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
