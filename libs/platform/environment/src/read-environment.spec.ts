import { brokerList, processSettings, readEnvironment, signingKey } from './index';

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
});
