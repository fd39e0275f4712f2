import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { freePort, isFree, portFrom } from './ports';

describe('ports', () => {
  const server = createServer();
  let taken: number;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    taken = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  it('refuses a port that was asked for and is taken, in one line', async () => {
    await expect(portFrom(taken, true)).rejects.toThrow(
      `Port ${taken} is in use: end the program that listens there or choose another with --port.`,
    );
  });

  it('takes the next free port when none was asked for', async () => {
    const port = await portFrom(taken, false);
    expect(port).toBeGreaterThan(taken);
    expect(await isFree(port)).toBe(true);
  });

  it('never hands out a port twice, nor one that outgoing connections may use', async () => {
    const ports = await Promise.all(Array.from({ length: 30 }, freePort));
    expect(new Set(ports).size).toBe(30);
    expect(Math.max(...ports)).toBeLessThan(32_000);
  });
});
