import { brokerList, processSettings, readEnvironment, signingKey, versionedKeys } from './index';

describe('reading the environment', () => {
  it('gives checked values with the defaults filled in', () => {
    const settings = readEnvironment(
      { ...processSettings, KAFKA_BROKERS: brokerList },
      {
        PORT: '4001',
        KAFKA_BROKERS: 'a:1, b:2',
      },
    );
    expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 4001, LOG_LEVEL: 'info', KAFKA_BROKERS: ['a:1', 'b:2'] });
  });

  it('names every variable at fault at once and repeats no value', () => {
    const read = () =>
      readEnvironment(
        { ...processSettings, GATEWAY_SIGNING_KEY: signingKey },
        { PORT: '', GATEWAY_SIGNING_KEY: 'secret' },
      );
    expect(read).toThrow(/PORT: missing/);
    expect(read).toThrow(/GATEWAY_SIGNING_KEY: not usable \(at least 32 characters\)/);
    expect(read).not.toThrow(/secret/);
  });

  it('gives the keys of a ring with the one in use first', () => {
    const [former, current] = [Buffer.alloc(32, 1), Buffer.alloc(32, 0xff)];
    const { KEYS } = readEnvironment(
      { KEYS: versionedKeys },
      { KEYS: `12:${current.toString('base64')},1:${former.toString('base64url')}` },
    );
    expect(KEYS).toEqual([
      { version: 12, key: current },
      { version: 1, key: former },
    ]);
  });

  it.each([
    ['without its version', Buffer.alloc(32).toString('base64')],
    ['that is too short', `1:${Buffer.alloc(31).toString('base64')}`],
    [
      'of a version that comes twice',
      `1:${Buffer.alloc(32).toString('base64')},1:${Buffer.alloc(32, 1).toString('base64')}`,
    ],
    ['of a version that does not fit', `65536:${Buffer.alloc(32).toString('base64')}`],
  ])('refuses a key %s, without repeating it', (_, KEYS) => {
    const read = () => readEnvironment({ KEYS: versionedKeys }, { KEYS });
    expect(read).toThrow(/KEYS: not usable/);
    expect(read).not.toThrow(/AAAA/);
  });
});
