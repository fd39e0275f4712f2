import { noticeColumns, type Terms } from '@jingzhun/identification-rules';
import { z } from 'zod';
import { cardSchema, formSchema, sheetMigrationSchema, vetoSchema } from './form-schema';
import { wording } from './wording-schema';

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
  period: z.enum(['publicity', 'announcement']).optional(),
});

const leadRule = z.strictObject({ replyDays: z.number(), replyDayKind: dayKind, minimumConfidence: z.number() });

const sample = z.strictObject({ percent: z.number(), minimum: z.number() });

const share = z.strictObject({ numerator: z.number(), denominator: z.number() });

const meeting = z.strictObject({
  quorum: z.strictObject({
    seats: z.enum(['household-representatives', 'adults', 'village-representatives']),
    adultAge: z.number(),
    present: share,
  }),
  vote: z.strictObject({ moreThan: share, of: z.enum(['present', 'cast']) }),
  noticeDays: z.number(),
  photos: z.number(),
  representatives: z.number(),
  recusal: z.strictObject({ relations: z.array(z.string()) }),
  outliers: z.strictObject({ households: z.number(), pairsOf100: z.number(), sameScorePercent: z.number() }).optional(),
});

const term = z.strictObject({ days: z.number(), dayKind });
const objectionKind = z.enum(['own', 'report', 'missed']);

const objectionRule = z.strictObject({
  deciders: z.strictObject({ publicity: z.array(z.string()), announcement: z.array(z.string()) }),
  suspends: z.record(objectionKind, z.boolean()),
  anonymous: z.strictObject({ kinds: z.array(objectionKind), suspends: z.boolean() }),
  terms: z.strictObject({
    received: term,
    registered: term,
    assigned: term,
    rechecked: term,
    decided: term,
    answered: term,
  }),
});

/** The shape of a profile as people hand it in; what it means is checked by the rules. */
export const termsSchema: z.ZodType<Terms> = z.strictObject({
  key: z.string(),
  version: z.number(),
  name: wording,
  stages: z.array(stage),
  meetings: z.strictObject({ group: meeting.optional(), village: meeting.optional() }),
  form: formSchema.optional(),
  sheetMigrations: z.array(sheetMigrationSchema).optional(),
  signedSheets: z.boolean().optional(),
  commitment: z.boolean().optional(),
  vetoes: z.array(vetoSchema).optional(),
  leads: leadRule.optional(),
  doubleEntry: z
    .strictObject({
      fields: z.array(z.strictObject({ key: z.string(), resolver: z.string() })),
      leftOutResolver: z.string(),
      sample,
    })
    .optional(),
  lookBack: z.strictObject({ sample, stratum: z.enum(['township', 'village']) }).optional(),
  line: z
    .strictObject({
      comparison: z.enum(['at-or-below', 'below']),
      choice: z.enum(['within-quota', 'reaching-quota', 'nearest']),
      shown: z.number(),
    })
    .optional(),
  card: cardSchema.optional(),
  publicity: z.strictObject({ columns: z.array(z.enum(noticeColumns)) }).optional(),
  objections: objectionRule.optional(),
  ladder: z.array(z.strictObject({ role: z.string(), afterDays: z.number() })),
  wholeDays: z.number().optional(),
});
