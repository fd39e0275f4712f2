import { generateKeyPairSync } from 'node:crypto';

/** A fresh Ed25519 pair as PEM: the private half signs access tokens, the public half reads them. */
export function testTokenKeys(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
