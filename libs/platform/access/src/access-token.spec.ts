import { SignJWT, importPKCS8 } from 'jose';
import { accessTokenVerifier, issueAccessToken } from './access-token';
import { testTokenKeys } from './testing/test-token-keys';

const claims = {
  sub: 'account',
  person: 'person',
  grants: [{ role: 'fieldWorker' as const, areas: ['451225100001001'] }],
};

describe('an access token', () => {
  const keys = testTokenKeys();
  const read = accessTokenVerifier(keys.publicKey);

  it('says whose it is and what he may do, for five minutes', async () => {
    const now = Date.now();
    const token = await issueAccessToken(claims, keys.privateKey, now);
    expect(await read(token, now)).toEqual(claims);
    expect(await read(token, now + 299_000)).toEqual(claims);
    expect(await read(token, now + 306_000)).toBeUndefined();
  });

  it('is worth nothing when another key signed it, or when it was changed', async () => {
    const foreign = await issueAccessToken(claims, testTokenKeys().privateKey);
    const own = await issueAccessToken(claims, keys.privateKey);
    const [head, , signature] = own.split('.');
    const widened = Buffer.from(JSON.stringify({ ...claims, grants: [{ role: 'administrator', areas: ['45'] }] }));
    expect(await read(foreign)).toBeUndefined();
    expect(await read(`${head}.${widened.toString('base64url')}.${signature}`)).toBeUndefined();
    expect(await read('nonsense')).toBeUndefined();
  });

  it('is not replaced by a token of another kind that the same key signed', async () => {
    const key = await importPKCS8(keys.privateKey, 'EdDSA');
    const other = await new SignJWT({ person: 'person', grants: [] })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setSubject('account')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
    expect(await read(other)).toBeUndefined();
  });
});
