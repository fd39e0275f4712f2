import { z } from 'zod';

/** A word or sentence in both languages. */
export const wording = z.strictObject({ zh: z.string(), en: z.string() });
