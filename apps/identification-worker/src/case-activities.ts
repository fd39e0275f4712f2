import { cancellationSignal } from '@temporalio/activity';
import type { CaseActivities } from '@jingzhun/identification-workflows';
import { z } from 'zod';
import type { InternalService } from './internal-service';

const stageOpenAnswer = z.discriminatedUnion('open', [
  z.object({ open: z.literal(true), areaCode: z.string(), households: z.int() }),
  z.object({ open: z.literal(false) }),
]);

const deadlineAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('recorded') }),
  z.object({ outcome: z.literal('over') }),
  z.object({ outcome: z.literal('extended'), version: z.int(), remindAt: z.iso.datetime(), dueAt: z.iso.datetime() }),
]);

const householdPublicityAnswer = z.object({ closesAt: z.iso.datetime().nullable() });

/** What the case workflows may ask, answered by the services that own the records. */
export function caseActivities(services: {
  identification: InternalService;
  supervision: InternalService;
}): CaseActivities {
  const { identification, supervision } = services;
  return {
    isStageOpen: async (stage) =>
      stageOpenAnswer.parse(await identification.ask('stage-open', stage, cancellationSignal())),
    remind: async (reached) => deadlineAnswer.parse(await supervision.ask('reminder', reached, cancellationSignal())),
    recordBreach: async (reached) =>
      deadlineAnswer.parse(await supervision.ask('breach', reached, cancellationSignal())),
    closePublicity: async (publicity) => {
      await identification.ask('close-publicity', publicity, cancellationSignal());
    },
    closeHouseholdPublicity: async (publicity) =>
      householdPublicityAnswer.parse(
        await identification.ask('close-household-publicity', publicity, cancellationSignal()),
      ),
  };
}
