import { accessTokenVerifier, anonymousPassport, type Passport, type VerifyAccessToken } from '@jingzhun/access';
import { GatewayError } from '../gateway-error';

/** Who sends a request. Only the access token says so; whatever else a caller claims in headers is not looked at. */
export class Identity {
  private readonly verify: VerifyAccessToken;

  constructor(publicKey: string) {
    this.verify = accessTokenVerifier(publicKey);
  }

  /**
   * The passport for this request; nobody's when no token was sent.
   *
   * @throws GatewayError UNAUTHENTICATED when a token was sent and is not good any more, or never was
   */
  async passportOf(authorization: string | undefined, requestId: string): Promise<Passport> {
    if (authorization === undefined) return anonymousPassport(requestId);
    const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    const claims = token && (await this.verify(token));
    if (!claims) throw notSignedIn('The session is over. Sign in again.');
    return { accountId: claims.sub, personId: claims.person, grants: claims.grants, requestId };
  }
}

export function notSignedIn(message: string): GatewayError {
  return new GatewayError(401, 'UNAUTHENTICATED', message);
}
