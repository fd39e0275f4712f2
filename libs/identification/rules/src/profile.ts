import type { Calendar, DayKind } from './calendar';
import type { Form } from './form';
import type { HouseholdCard } from './household-card';
import type { LeadRule } from './lead';
import type { VetoRule } from './veto';

/** A word or sentence in the language of the campaign and in English. */
export interface Wording {
  zh: string;
  en: string;
}

/** Whose clock a stage runs on: the household's own, its group's sitting, or its village's sitting. */
export type StageUnit = 'household' | 'group' | 'village';

/** One stage of the chain: who must act, within how many days, and on what basis. */
export interface StageDefinition {
  key: string;
  name: Wording;
  unit: StageUnit;
  /** Days from opening to the deadline. For a publicity stage: to posting the notice. */
  days: number;
  dayKind: DayKind;
  /** The reminder goes out this many days (of the same kind) before the deadline. */
  remindBeforeDays: number;
  ownerRole: string;
  legalBasis: string;
  /** A publicity stage only: how long the notice must hang, counted from its posting. */
  publicDays?: number;
  publicDayKind?: DayKind;
}

/** Who is told of a breach, this many days after it. */
export interface LadderStep {
  role: string;
  afterDays: number;
}

/** Everything that makes one campaign differ from another. Data, versioned: a running campaign keeps the version it began with. */
export interface Profile {
  key: string;
  version: number;
  name: Wording;
  calendar: Calendar;
  stages: StageDefinition[];
  form: Form;
  /** 一票否决; absent where a campaign has none. */
  vetoes?: VetoRule[];
  /** What becomes of matches with other departments' records; absent where none are taken. */
  leads?: LeadRule;
  /** The household card that is filled after the line; absent where none is. */
  card?: HouseholdCard;
  ladder: LadderStep[];
}
