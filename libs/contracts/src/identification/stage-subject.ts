import { z } from 'zod';

/** Whose clock a stage runs on: the household's own, its group's sitting, its village's sitting, or an objection's. */
export const subjectKind = z.enum(['household', 'group', 'village', 'objection']);
export type SubjectKind = z.infer<typeof subjectKind>;

/**
 * The thing a stage is open for. `subjectId` is the household, the sitting or the objection, `areaCode` the group (household,
 * group) or the village (village), for an objection the one or the other; `households` is how many households wait in it, none
 * when an objection is about one that was missed; `round` counts repetitions from 1.
 */
export const stageSubject = z.object({
  subjectKind,
  subjectId: z.uuid(),
  areaCode: z.string().regex(/^\d{12}(\d{3})?$/),
  households: z.int().min(0),
  stage: z.string().min(1),
  round: z.int().min(1),
});

export type StageSubject = z.infer<typeof stageSubject>;
