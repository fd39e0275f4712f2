import type {
  Condition,
  FactDefinition,
  Form,
  HouseholdCard,
  Measure,
  SheetMigration,
  VetoRule,
} from '@jingzhun/identification-rules';
import { z } from 'zod';
import { wording } from './wording-schema';

const bounds = {
  atLeast: z.number().optional(),
  above: z.number().optional(),
  below: z.number().optional(),
  atMost: z.number().optional(),
};

const measure: z.ZodType<Measure> = z.union([
  z.strictObject({
    add: z.array(z.string()),
    less: z.array(z.string()).optional(),
    per: z.literal('head').optional(),
  }),
  z.strictObject({ count: z.lazy(() => condition), per: z.literal('head').optional() }),
]);

const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ test: z.literal('number'), of: measure, ...bounds }),
  z.strictObject({ test: z.literal('is'), fact: z.string(), options: z.array(z.string()) }),
  z.strictObject({ test: z.literal('has'), fact: z.string(), option: z.string() }),
  z.strictObject({ test: z.literal('all'), of: z.array(z.lazy(() => condition)) }),
  z.strictObject({ test: z.literal('any'), of: z.array(z.lazy(() => condition)) }),
  z.strictObject({ test: z.literal('not'), of: z.lazy(() => condition) }),
]);

const factValue = z.union([z.number(), z.string(), z.array(z.string())]);

const definition = {
  key: z.string(),
  name: wording,
  about: z.enum(['household', 'member']),
  kind: z.enum(['number', 'choice', 'flags', 'text', 'date']),
  unit: wording.optional(),
  whole: z.boolean().optional(),
  options: z.array(z.strictObject({ key: z.string(), name: wording, code: z.string().optional() })).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  sensitive: z.enum(['none', 'health', 'schooling', 'identity', 'contact']),
  means: z.string().optional(),
  card: z.string().optional(),
};

const fact: z.ZodType<FactDefinition> = z.strictObject({
  ...definition,
  unasked: z
    .strictObject({ belowAge: z.number().optional(), fromAge: z.number().optional(), value: factValue })
    .optional(),
  step: z.enum(['enter', 'look', 'compute', 'compare']).optional(),
});

const level = z.strictObject({
  key: z.string(),
  text: wording,
  points: z.number(),
  when: z.union([condition, z.strictObject({ test: z.literal('otherwise') })]),
});

export const formSchema: z.ZodType<Form> = z.strictObject({
  version: z.string(),
  standardDate: z.string(),
  facts: z.array(fact),
  items: z.array(
    z.strictObject({
      key: z.string(),
      name: wording,
      choice: z.enum(['one', 'sum']),
      take: z.enum(['first', 'last']).optional(),
      cap: z.number().optional(),
      maximum: z.number(),
      sensitive: z.boolean(),
      levels: z.array(level),
    }),
  ),
  decisions: z.array(z.string()).optional(),
});

const carried = { fact: z.string() };

export const sheetMigrationSchema: z.ZodType<SheetMigration> = z.strictObject({
  from: z.string(),
  to: z.string(),
  rules: z.array(
    z.discriminatedUnion('rule', [
      z.strictObject({ ...carried, rule: z.literal('keep') }),
      z.strictObject({ ...carried, rule: z.literal('rename'), to: z.string() }),
      z.strictObject({
        ...carried,
        rule: z.literal('map'),
        to: z.string().optional(),
        options: z.record(z.string(), z.string().nullable()),
      }),
      z.strictObject({ ...carried, rule: z.literal('new'), ask: z.boolean(), value: factValue.optional() }),
      z.strictObject({ ...carried, rule: z.literal('drop'), reason: wording }),
    ]),
  ),
});

const mark = z.enum(['S', 'G', '?']);

export const vetoSchema: z.ZodType<VetoRule> = z.strictObject({
  key: z.string(),
  condition: wording,
  exception: wording.optional(),
  evidence: z.array(
    z.enum([
      'photo',
      'measurement',
      'price-record',
      'property-record',
      'business-record',
      'vehicle-record',
      'payroll-record',
      'village-statement',
      'team-record',
      'police-record',
      'minutes',
      'registration-history',
    ]),
  ),
  source: z.enum(['vehicles', 'property', 'companies', 'payroll', 'registration']).optional(),
  marks: z.strictObject({ topic: mark, thresholds: mark }),
  suggests: condition.optional(),
});

export const cardSchema: z.ZodType<HouseholdCard> = z.strictObject({
  key: z.string(),
  standardDate: z.string(),
  fields: z.array(z.strictObject({ code: z.string(), required: z.boolean() })),
  facts: z.array(fact),
  computed: z.array(z.strictObject({ ...definition, measure: measure.optional() })),
  decided: z.array(z.strictObject(definition)),
});
