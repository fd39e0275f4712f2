export { passportOf } from './passport-of';
export { signedRequest, type SignedRequest } from './signed-request';
export { testSigningKey } from './test-signing-key';
export { testTokenKeys } from './test-token-keys';
