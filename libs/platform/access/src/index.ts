export {
  accessTokenLifeSeconds,
  accessTokenVerifier,
  issueAccessToken,
  type AccessTokenClaims,
  type VerifyAccessToken,
} from './access-token';
export { callerFor, callerUnder, type AccessRule, type Caller } from './caller';
export { anonymousPassport, decodePassport, encodePassport, isAnonymous, type Passport } from './passport';
export { contentDigest, contentDigestHeader, declaredDigest } from './content-digest';
export { isRole, roles, type Role } from './role';
export {
  identityHeaders,
  passportHeader,
  refuseEarly,
  sha256Hex,
  sign,
  signatureHeader,
  signatureWindowMs,
  signedAtHeader,
  verify,
  type Headers,
  type SignableRequest,
  type Verdict,
} from './signature';
