import { z } from 'zod';
import { roles } from './role';

const passportShape = z.object({
  accountId: z.string().min(1),
  personId: z.string(),
  grants: z.array(z.object({ role: z.enum(roles), areas: z.array(z.string().regex(/^\d+$/)) })),
  requestId: z.string().min(1),
});

/** Who asks and with which rights: written by the gateway, believed by a service only inside a signed request. */
export type Passport = z.infer<typeof passportShape>;

const nobody = 'anonymous';

/** The passport of a caller who has not signed in; only what is public answers it. */
export function anonymousPassport(requestId: string): Passport {
  return { accountId: nobody, personId: '', grants: [], requestId };
}

export function isAnonymous(passport: Passport): boolean {
  return passport.accountId === nobody;
}

/** The passport as it travels in a header: base64url of its JSON. */
export function encodePassport(passport: Passport): string {
  return Buffer.from(JSON.stringify(passport)).toString('base64url');
}

/** Reads a passport from its header, or answers undefined when it is not one. */
export function decodePassport(text: string): Passport | undefined {
  try {
    return passportShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
