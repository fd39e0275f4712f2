export { BlindIndex } from './blind-index';
export { FieldEncryption, newSalt, type OwnerCipher } from './field-encryption';
export { KeyMissing, KeyRing, type VersionedKey } from './key-ring';
export { SealBroken, type FieldPlace } from './sealed-field';
