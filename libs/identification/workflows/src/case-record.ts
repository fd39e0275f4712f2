import type { CaseFact, OpenStage, TimedStage } from '@jingzhun/contracts/identification/case-messages';

/** A stage as it stands: its times may be moved, and its owner may have been reminded or be late. */
export interface StandingStage extends OpenStage {
  /** The due time it was opened with; an extension never erases it. Without one the stage runs on another subject's clock. */
  firstDueAt?: string;
  /** Rises with each extension. */
  version: number;
  reminded: boolean;
  breached: boolean;
  /** No instant is waited for any more, only the fact that completes the stage. */
  settled: boolean;
}

/** A stage whose deadline this case keeps. */
export type ClockedStage = StandingStage & TimedStage;

export function isClocked(stage: StandingStage): stage is ClockedStage {
  return stage.remindAt !== undefined && stage.dueAt !== undefined;
}

/** One line of the deadline certificate. Times are missing where the stage ran on another subject's clock. */
export interface CompletedStage {
  stage: string;
  round: number;
  openedAt?: string;
  firstDueAt?: string;
  dueAt?: string;
  completedAt: string;
  breached: boolean;
}

/** Result of a case workflow: what the deadline certificate is made from. */
export interface CaseClosed {
  completed: CompletedStage[];
}

type Extension = Extract<CaseFact, { kind: 'deadline-extended' }>;
type SequencedFact = Exclude<CaseFact, Extension>;

/** What the facts received so far say about one case. Repeated facts change nothing. */
export class CaseRecord {
  open: StandingStage | undefined;
  /** When the legal period of the open publicity ends; known once the notice hangs. */
  closesAt: string | undefined;
  /** When the publicity of the objection's household ends by itself; known once nothing holds it any more. */
  resumedUntil: string | undefined;
  private readonly completed: Completed[] = [];
  private lastSequence = 0;

  constructor(opened: OpenStage) {
    this.open = standing(opened);
  }

  /** Applies the facts in the order of their sequence, extensions last; answers how many were new. */
  apply(facts: readonly CaseFact[]): number {
    const sequenced = facts.filter(isSequenced).sort((one, other) => one.sequence - other.sequence);
    const extensions = facts.filter(isExtension).sort((one, other) => one.version - other.version);
    return [
      ...sequenced.map((fact) => this.applySequenced(fact)),
      ...extensions.map((fact) => this.applyExtension(fact)),
    ].filter(Boolean).length;
  }

  /** The open stage is over at `completedAt`, and `next` is open now, if anything is. */
  complete({ stage, round, completedAt, next }: Completion): void {
    const known = this.open?.stage === stage && this.open.round === round ? this.open : undefined;
    this.completed.push({ stage, round, completedAt, known });
    this.open = next ? standing(next) : undefined;
    this.closesAt = undefined;
  }

  /** What the deadline certificate is made from. To be asked at the end: a breach may be recorded after the late completion. */
  get closed(): CaseClosed {
    return { completed: this.completed.map(certified) };
  }

  private applySequenced(fact: SequencedFact): boolean {
    if (fact.sequence <= this.lastSequence) return false;
    this.lastSequence = fact.sequence;
    switch (fact.kind) {
      case 'stage-completed':
        this.complete({ ...fact, completedAt: fact.at });
        return true;
      case 'notice-posted':
        if (this.open?.stage === fact.stage && this.open.round === fact.round) this.closesAt = fact.closesAt;
        return true;
      case 'publicity-resumed':
        this.resumedUntil = fact.closesAt;
        return true;
    }
  }

  /** An extension that overtook the opening of its stage is not lost: supervision repeats it when the old due time comes. */
  private applyExtension(fact: Extension): boolean {
    if (this.open?.stage !== fact.stage || this.open.round !== fact.round) return false;
    return extend(this.open, fact);
  }
}

/** Moves the times of a stage; false when this extension, or a later one, is already known. */
export function extend(stage: StandingStage, to: Pick<Extension, 'version' | 'remindAt' | 'dueAt'>): boolean {
  if (to.version <= stage.version) return false;
  stage.version = to.version;
  stage.remindAt = to.remindAt;
  stage.dueAt = to.dueAt;
  stage.reminded = false;
  return true;
}

interface Completion {
  stage: string;
  round: number;
  completedAt: string;
  next?: OpenStage | null;
}

/** A completed stage, and how it stood if this case has seen it open. */
interface Completed {
  stage: string;
  round: number;
  completedAt: string;
  known?: StandingStage;
}

function certified({ stage, round, completedAt, known }: Completed): CompletedStage {
  const { openedAt, firstDueAt, dueAt, breached = false } = known ?? {};
  return { stage, round, openedAt, firstDueAt, dueAt, completedAt, breached };
}

function standing(opened: OpenStage): StandingStage {
  return { ...opened, firstDueAt: opened.dueAt, version: 0, reminded: false, breached: false, settled: false };
}

function isExtension(fact: CaseFact): fact is Extension {
  return fact.kind === 'deadline-extended';
}

function isSequenced(fact: CaseFact): fact is SequencedFact {
  return !isExtension(fact);
}
