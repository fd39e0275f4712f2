import { z } from 'zod';
import { eventContract } from '../envelope';

const area = z.string().regex(/^\d{12}(\d{3})?$/);

/** A village or villager group is no more; `successorCode` stands for it from then on. Codes are never given again. */
export const areaSucceededV1 = eventContract(
  'identification.area-succeeded.v1',
  z.object({ areaCode: area, successorCode: area, succeededAt: z.iso.datetime() }),
);

export type AreaSucceeded = z.infer<typeof areaSucceededV1.data>;
