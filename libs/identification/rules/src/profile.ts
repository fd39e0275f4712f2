import type { Calendar, DayKind } from './calendar';
import type { DoubleEntryTerms } from './double-entry';
import type { Form } from './form';
import type { HouseholdCard } from './household-card';
import type { LeadRule } from './lead';
import type { LookBackTerms } from './look-back';
import type { MeetingRule } from './meeting-closing';
import type { OutlierRule } from './outliers';
import type { RecusalRule } from './recusal';
import type { NoticeRule } from './notice';
import type { ObjectionPeriod, ObjectionRule } from './objection';
import type { ScoreLineRule } from './score-line';
import type { SheetMigration } from './sheet-migration';
import type { VetoRule } from './veto';

/** A word or sentence in the language of the campaign and in English. */
export interface Wording {
  zh: string;
  en: string;
}

/** Whose clock a stage runs on: the household's own, its group's sitting, or its village's sitting. */
export type StageUnit = 'household' | 'group' | 'village';

/**
 * What is done at a stage. A service serves the kind, whatever the profile calls the stage and however often it comes:
 *
 * - `visit`, `scoring`: the field team's own steps, to which a meeting or an audit returns a household;
 * - `review`: a meeting of the unit decides on all its households;
 * - `publicity`: a notice must be posted and hang for its legal period, which closes by itself;
 * - `audit`: an office looks at the household and passes it on or returns it;
 * - `entry`: the household is entered into the system.
 */
export type StageKind = 'visit' | 'scoring' | 'review' | 'publicity' | 'audit' | 'entry';

/** One stage of the chain: who must act, within how many days, and on what basis. */
export interface StageDefinition {
  key: string;
  name: Wording;
  kind: StageKind;
  unit: StageUnit;
  /** Days from opening to the deadline. For a publicity stage: to posting the notice. */
  days: number;
  dayKind: DayKind;
  /** The reminder goes out this many days (of the same kind) before the deadline. */
  remindBeforeDays: number;
  ownerRole: string;
  legalBasis: string;
  /** Of a publicity stage, and only of one: how long the notice must hang, counted from its posting. */
  publicDays?: number;
  publicDayKind?: DayKind;
  /** Of a publicity stage: which period its objections fall in; the publicity when absent. */
  period?: ObjectionPeriod;
}

/** Who is told of a breach, this many days after it. */
export interface LadderStep {
  role: string;
  afterDays: number;
}

/** How a unit holds its reviews: what makes its meeting valid, what carries a household, and who may not vote on whom. */
export interface MeetingTerms extends MeetingRule {
  recusal: RecusalRule;
  /** When the groups' scores are worth a question; only the village's meeting sees several groups. */
  outliers?: OutlierRule;
}

/** Everything that makes one campaign differ from another but its calendar. Data, versioned: a case keeps the version it began with. */
export interface Terms {
  key: string;
  version: number;
  name: Wording;
  stages: StageDefinition[];
  /** Of every unit that reviews. */
  meetings: Partial<Record<'group' | 'village', MeetingTerms>>;
  /** The assessment form; absent where the chain has no scoring. */
  form?: Form;
  /** How facts that were asked by earlier versions of the form are read by this one. */
  sheetMigrations?: SheetMigration[];
  /** Whether the head and the assessors sign each score sheet before it counts. */
  signedSheets?: boolean;
  /** Whether every household signs the 诚信承诺书 on the visit: that it knows what a false statement leads to. */
  commitment?: boolean;
  /** 一票否决; absent where a campaign has none. */
  vetoes?: VetoRule[];
  /** What becomes of matches with other departments' records; absent where none are taken. */
  leads?: LeadRule;
  /** What a second clerk keys in again; absent where nothing is. */
  doubleEntry?: DoubleEntryTerms;
  /** How many scored households other people assess a second time; absent where none are. */
  lookBack?: LookBackTerms;
  /** How the line between the poor and the others is found; absent where households are not scored. */
  line?: ScoreLineRule;
  /** The household card that is filled after the line; absent where none is. */
  card?: HouseholdCard;
  /** What notices show; absent where no stage makes households public. */
  publicity?: NoticeRule;
  /** How objections to them are dealt with; absent where no stage makes households public. */
  objections?: ObjectionRule;
  ladder: LadderStep[];
  /** How many days the whole chain may take, when a rule says so: the stages and the notices must fit in. */
  wholeDays?: number;
}

/** The terms of a campaign on its calendar: what a decision about a case is taken by. */
export interface Profile extends Terms {
  calendar: Calendar;
}
