import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** What the processes of one run prove themselves to each other with. */
export interface Keys {
  GATEWAY_SIGNING_KEY: string;
  WORKER_SIGNING_KEY: string;
  ACCESS_TOKEN_PRIVATE_KEY: string;
  ACCESS_TOKEN_PUBLIC_KEY: string;
}

/** Fresh keys; a run never shares them with another. */
export function makeKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const shared = () => randomBytes(32).toString('base64url');
  return {
    GATEWAY_SIGNING_KEY: shared(),
    WORKER_SIGNING_KEY: shared(),
    ACCESS_TOKEN_PRIVATE_KEY: privateKey,
    ACCESS_TOKEN_PUBLIC_KEY: publicKey,
  };
}

/** What identity numbers are encrypted and found with. They belong to the data: lost with them, the numbers cannot be read again. */
export interface RegisterKeys {
  FIELD_ENCRYPTION_KEYS: string;
  BLIND_INDEX_KEYS: string;
}

export function makeRegisterKeys(): RegisterKeys {
  const first = () => `1:${randomBytes(32).toString('base64url')}`;
  return { FIELD_ENCRYPTION_KEYS: first(), BLIND_INDEX_KEYS: first() };
}
