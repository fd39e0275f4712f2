import { importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { roles } from './role';

const claimsShape = z.object({
  sub: z.string().min(1),
  person: z.string(),
  grants: z.array(z.object({ role: z.enum(roles), areas: z.array(z.string().regex(/^\d+$/)) })),
});

/** What an access token says: the account, its person, and the rights at the moment of issue. */
export type AccessTokenClaims = z.infer<typeof claimsShape>;

export const accessTokenLifeSeconds = 300;

const algorithm = 'EdDSA';
const issuer = 'jingzhun-organization';
const audience = 'jingzhun-gateway';
const typ = 'at+jwt';

/** Signs a token that lives five minutes. `privateKey` is a PKCS8 PEM of an Ed25519 key. */
export async function issueAccessToken(
  claims: AccessTokenClaims,
  privateKey: string,
  now: number = Date.now(),
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ person: claims.person, grants: claims.grants })
    .setProtectedHeader({ alg: algorithm, typ })
    .setSubject(claims.sub)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLifeSeconds)
    .sign(await importPKCS8(privateKey, algorithm));
}

export type VerifyAccessToken = (token: string, now?: number) => Promise<AccessTokenClaims | undefined>;

/** Reads tokens of the holder of `publicKey` (SPKI PEM); a token that is forged, foreign, malformed or over gives undefined. */
export function accessTokenVerifier(publicKey: string): VerifyAccessToken {
  const key = importSPKI(publicKey, algorithm);
  // Reported at the first use: an unhandled rejection would end the process without saying which setting is wrong.
  key.catch(() => undefined);
  return async (token, now = Date.now()) => {
    const verified = await jwtVerify(token, await key, {
      algorithms: [algorithm],
      issuer,
      audience,
      typ,
      currentDate: new Date(now),
      maxTokenAge: accessTokenLifeSeconds,
      requiredClaims: ['exp'],
      clockTolerance: 5,
    }).catch(() => undefined);
    return claimsShape.safeParse(verified?.payload).data;
  };
}
