/** A key for specs; long enough to be accepted, and never used outside a test. */
export const testSigningKey = 'a signing key that only specs use, nowhere else';
