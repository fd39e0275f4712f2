import type { DayKind } from '../calendar';
import type { ObjectionPeriod } from '../objection';
import type { StageDefinition, StageKind, StageUnit } from '../profile';

interface Time {
  /** Days to the deadline and, of those, before it the reminder. */
  days: number;
  remind: number;
  kind?: DayKind;
  owner: string;
  /** Calendar days a notice hangs. */
  public?: number;
  period?: ObjectionPeriod;
}

/** The stages of one profile, all on the same legal basis, each in a line. */
export function stagesOn(legalBasis: string) {
  return (
    key: string,
    [zh, en]: [zh: string, en: string],
    kind: StageKind,
    unit: StageUnit,
    { days, remind, kind: dayKind = 'working', owner, public: publicDays, period }: Time,
  ): StageDefinition => ({
    key,
    name: { zh, en },
    kind,
    unit,
    days,
    dayKind,
    remindBeforeDays: remind,
    ownerRole: owner,
    legalBasis,
    ...(publicDays === undefined ? {} : { publicDays, publicDayKind: 'calendar' as const }),
    ...(period === undefined ? {} : { period }),
  });
}
