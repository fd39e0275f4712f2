import type {
  CloseHouseholdPublicity,
  ClosePublicity,
  DeadlineAnswer,
  DeadlineReached,
  HouseholdPublicityAnswer,
  StageOfSubject,
  StageOpenAnswer,
} from '@jingzhun/contracts/identification/case-messages';
import type { CaseActivities } from '../case-activities';

export type Call =
  | { asked: 'isStageOpen'; with: StageOfSubject }
  | { asked: 'remind' | 'recordBreach'; with: DeadlineReached }
  | { asked: 'closePublicity'; with: ClosePublicity }
  | { asked: 'closeHouseholdPublicity'; with: CloseHouseholdPublicity };

/** Stand-ins for identification and supervision: they note what they were asked and answer as the scenario wants. */
export class RecordedServices implements CaseActivities {
  readonly calls: Call[] = [];
  stageOpen: StageOpenAnswer = { open: true, areaCode: '451225103001001', households: 1 };
  /** What supervision answers next, perhaps after something else has happened; `recorded` when nothing is said. */
  answers: Partial<Record<'remind' | 'recordBreach', (DeadlineAnswer | (() => Promise<DeadlineAnswer>))[]>> = {};
  /** When identification wants to be asked again; it says of every other household that all is done. */
  notOver: HouseholdPublicityAnswer[] = [];
  /** While it is away, supervision answers nothing. */
  supervisionIsAway = false;

  /** What a worker is given. */
  readonly activities: CaseActivities = {
    isStageOpen: (stage) => this.isStageOpen(stage),
    remind: (reached) => this.remind(reached),
    recordBreach: (reached) => this.recordBreach(reached),
    closePublicity: (publicity) => this.closePublicity(publicity),
    closeHouseholdPublicity: (publicity) => this.closeHouseholdPublicity(publicity),
  };

  async isStageOpen(stage: StageOfSubject): Promise<StageOpenAnswer> {
    this.calls.push({ asked: 'isStageOpen', with: stage });
    return this.stageOpen;
  }

  async remind(reached: DeadlineReached): Promise<DeadlineAnswer> {
    return this.supervision('remind', reached);
  }

  async recordBreach(reached: DeadlineReached): Promise<DeadlineAnswer> {
    return this.supervision('recordBreach', reached);
  }

  async closePublicity(publicity: ClosePublicity): Promise<void> {
    this.calls.push({ asked: 'closePublicity', with: publicity });
  }

  async closeHouseholdPublicity(publicity: CloseHouseholdPublicity): Promise<HouseholdPublicityAnswer> {
    this.calls.push({ asked: 'closeHouseholdPublicity', with: publicity });
    return this.notOver.shift() ?? { closesAt: null };
  }

  /** The calls about one subject, in their order. */
  about(id: string): Call[] {
    return this.calls.filter((call) => Object.values(call.with).includes(id));
  }

  /** The names of the calls about one subject, without the question whether its stage is open. */
  actsOn(id: string): string[] {
    return this.about(id).flatMap((call) => {
      if (call.asked === 'isStageOpen') return [];
      return 'stage' in call.with ? `${call.asked} ${call.with.stage}` : call.asked;
    });
  }

  private async supervision(asked: 'remind' | 'recordBreach', reached: DeadlineReached): Promise<DeadlineAnswer> {
    if (this.supervisionIsAway) throw new Error('supervision is away');
    this.calls.push({ asked, with: reached });
    const answer = this.answers[asked]?.shift() ?? { outcome: 'recorded' };
    return typeof answer === 'function' ? answer() : answer;
  }
}
