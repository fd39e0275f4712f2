import type { SignatureBox } from '@jingzhun/print';

/** Somebody who signs: on the screen, then there is a picture; or by hand, on the line. */
export interface Signer {
  /** In which part, as 户主 or 评估人员. */
  as: string;
  name: string | null;
  /** PNG or JPEG. */
  signature: Buffer | null;
  /** `YYYY-MM-DD` */
  on: string | null;
}

export function signatureBox({ as, name, signature, on }: Signer, date: (on: string | null) => string): SignatureBox {
  return {
    label: `${as}（签字）`,
    ...(name !== null && { name }),
    ...(signature && { image: signature }),
    ...(on !== null && { date: date(on) }),
  };
}

/** Lines to be signed by hand. */
export function unsigned(...parts: string[]): Signer[] {
  return parts.map((as) => ({ as, name: null, signature: null, on: null }));
}
