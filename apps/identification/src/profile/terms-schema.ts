import type { Terms } from '@jingzhun/identification-rules';
import { z } from 'zod';

const wording = z.strictObject({ zh: z.string(), en: z.string() });
const dayKind = z.enum(['working', 'calendar']);

const stage = z.strictObject({
  key: z.string(),
  name: wording,
  kind: z.enum(['visit', 'scoring', 'review', 'publicity', 'audit', 'entry']),
  unit: z.enum(['household', 'group', 'village']),
  days: z.number(),
  dayKind,
  remindBeforeDays: z.number(),
  ownerRole: z.string(),
  legalBasis: z.string(),
  publicDays: z.number().optional(),
  publicDayKind: dayKind.optional(),
});

const level = z.strictObject({
  key: z.string(),
  text: z.strictObject({ zh: z.string(), en: z.string().optional() }),
  points: z.number(),
});

const form = z.strictObject({
  version: z.string(),
  items: z.array(
    z.strictObject({
      key: z.string(),
      name: wording,
      choice: z.enum(['one', 'sum']),
      cap: z.number().optional(),
      maximum: z.number(),
      sensitive: z.boolean(),
      levels: z.array(level),
    }),
  ),
});

/** The shape of a profile as people hand it in; what it means is checked by the rules. */
export const termsSchema: z.ZodType<Terms> = z.strictObject({
  key: z.string(),
  version: z.number(),
  name: wording,
  stages: z.array(stage),
  form: form.optional(),
  ladder: z.array(z.strictObject({ role: z.string(), afterDays: z.number() })),
  wholeDays: z.number().optional(),
});
