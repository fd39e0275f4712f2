import {
  BlindIndex,
  FieldEncryption,
  KeyRing,
  newSalt,
  type OwnerCipher,
  type VersionedKey,
} from '@jingzhun/field-encryption';
import { maskIdNumber } from './mask-id-number';

/** An identity number as it is stored: sealed, findable, and as it may be shown. */
export interface StoredNumber {
  sealed: Buffer;
  index: Buffer;
  masked: string;
}

export interface IdentityKeys {
  fields: readonly VersionedKey[];
  index: readonly VersionedKey[];
}

/** The one place where identity numbers are closed and opened. */
export class IdentityNumbers {
  private readonly encryption: FieldEncryption;
  private readonly blindIndex: BlindIndex;

  constructor({ fields, index }: IdentityKeys) {
    this.encryption = new FieldEncryption(new KeyRing(fields));
    this.blindIndex = new BlindIndex(new KeyRing(index));
  }

  /** A salt for a new household or change request. */
  newSalt(): Buffer {
    return newSalt();
  }

  /** The numbers of one household's members. */
  ofHousehold(salt: Buffer): HouseholdNumbers {
    return new HouseholdNumbers(this.encryption.forOwner(salt), this.blindIndex);
  }

  /** The numbers a change request asks for and replaces. */
  ofChangeRequest(salt: Buffer): RequestNumbers {
    return new RequestNumbers(this.encryption.forOwner(salt));
  }

  /** Everything under which a number may be found. */
  indexes(idNumber: string): Buffer[] {
    return this.blindIndex.all(idNumber);
  }

  /** How sealed fields (after their first byte) and indexes begin when they are under the present keys. */
  get presentKeys(): { fields: Buffer; index: Buffer } {
    const fields = Buffer.alloc(2);
    fields.writeUInt16BE(this.encryption.currentVersion);
    return { fields, index: this.blindIndex.currentPrefix };
  }
}

export class HouseholdNumbers {
  constructor(
    private readonly cipher: OwnerCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  store(memberId: string, idNumber: string): StoredNumber {
    const number = idNumber.toUpperCase();
    return {
      sealed: this.cipher.seal(number, placeOf(memberId)),
      index: this.blindIndex.of(number),
      masked: maskIdNumber(number),
    };
  }

  /** @throws SealBroken, KeyMissing: faults, not refusals */
  open(memberId: string, sealed: Buffer): string {
    return this.cipher.open(sealed, placeOf(memberId));
  }
}

/** Numbers by member: those a request asks for, and those that were there before. */
export interface NumbersOfRequest {
  asked: Record<string, string>;
  before: Record<string, string>;
}

export class RequestNumbers {
  constructor(private readonly cipher: OwnerCipher) {}

  store(requestId: string, numbers: NumbersOfRequest): Buffer {
    return this.cipher.seal(JSON.stringify(numbers), requestPlace(requestId));
  }

  open(requestId: string, sealed: Buffer): NumbersOfRequest {
    return JSON.parse(this.cipher.open(sealed, requestPlace(requestId))) as NumbersOfRequest;
  }
}

const placeOf = (row: string) => ({ table: 'member', column: 'id_number_sealed', row });
const requestPlace = (row: string) => ({ table: 'change_request', column: 'numbers_sealed', row });
