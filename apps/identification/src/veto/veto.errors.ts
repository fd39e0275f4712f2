import { Refusal } from '@jingzhun/kernel';

/** Why a step of a veto cannot be taken; the words are stable. */
export type VetoFault =
  | 'VETO_RULE_UNKNOWN'
  | 'VETO_REASON_MISSING'
  | 'VETO_REASON_UNKNOWN'
  | 'VETO_EVIDENCE_MISSING'
  | 'VETO_EVIDENCE_UNFIT'
  | 'VETO_PROPOSED_ALREADY'
  | 'VETO_NOT_AT_STEP'
  | 'VETO_LIFT_NOT_VERIFIED'
  | 'VETO_LIFT_BEING_DECIDED'
  | 'VETO_SAME_PERSON'
  | 'VETO_LIFTED';

const advices: Record<VetoFault, string> = {
  VETO_RULE_UNKNOWN: 'Choose one of the rules that the profile shows.',
  VETO_REASON_MISSING: 'Say why in your own words.',
  VETO_REASON_UNKNOWN: 'Choose one of the listed reasons.',
  VETO_EVIDENCE_MISSING: 'Name at least one file or paper that shows it.',
  VETO_EVIDENCE_UNFIT: 'Name evidence of a kind that the rule accepts, by a file or a reference.',
  VETO_PROPOSED_ALREADY: 'Read the vetoes of the household; add what is new to the one there is.',
  VETO_NOT_AT_STEP: 'Read the veto again; the steps come one after the other.',
  VETO_LIFT_NOT_VERIFIED: 'Wait until the township has verified it.',
  VETO_LIFT_BEING_DECIDED: 'Wait for the decision of the county’s auditor.',
  VETO_SAME_PERSON: 'Leave it to somebody else: two people decide.',
  VETO_LIFTED: 'Nothing is left to do; propose a new veto if there are new grounds.',
};

export class VetoRefused extends Refusal {
  readonly type = 'VetoRefused';
  readonly advice: string;

  constructor(
    readonly code: VetoFault,
    problem: string,
    field: string,
  ) {
    super(`The veto cannot go on: ${problem}.`, field);
    this.advice = advices[code];
  }
}
