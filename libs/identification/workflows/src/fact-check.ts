/**
 * What is wrong with the facts of an Update, in one line, or undefined. They come from another process, whatever their
 * type says, and a refused Update leaves no trace in the history. `alwaysTimed`: every stage runs on this subject's clock, so
 * none comes without the times of its deadline.
 */
export function problemOf(facts: unknown, alwaysTimed: boolean): string | undefined {
  if (!Array.isArray(facts) || facts.length === 0) return 'the facts must be a list with at least one';
  for (const [place, fact] of facts.entries()) {
    const problem = isRecord(fact) ? problemOfFact(fact, alwaysTimed) : 'is not a fact';
    if (problem) return `fact ${place}: ${problem}`;
  }
  return undefined;
}

type Fields = Record<string, unknown>;

function problemOfFact(fact: Fields, alwaysTimed: boolean): string | undefined {
  switch (fact.kind) {
    case 'stage-completed':
      return problemOfStage(fact) ?? problemOfSequence(fact) ?? problemOfNext(fact.next, alwaysTimed);
    case 'notice-posted':
      return problemOfStage(fact) ?? problemOfSequence(fact) ?? problemOfInstants(fact, ['closesAt']);
    case 'publicity-resumed':
      return problemOfSequence(fact) ?? problemOfInstants(fact, ['closesAt']);
    case 'deadline-extended':
      return (
        problemOfStage(fact) ??
        (isCount(fact.version) ? undefined : 'version must count from 1') ??
        problemOfInstants(fact, ['remindAt', 'dueAt'])
      );
    default:
      return 'is of an unknown kind';
  }
}

function problemOfStage(fact: Fields): string | undefined {
  if (typeof fact.stage !== 'string' || fact.stage === '') return 'names no stage';
  return isCount(fact.round) ? undefined : 'round must count from 1';
}

function problemOfSequence(fact: Fields): string | undefined {
  return isCount(fact.sequence) ? problemOfInstants(fact, ['at']) : 'sequence must count from 1';
}

function problemOfNext(next: unknown, alwaysTimed: boolean): string | undefined {
  if (next === undefined || next === null) return undefined;
  if (!isRecord(next)) return 'next is not a stage';
  const timed = alwaysTimed || next.remindAt !== undefined || next.dueAt !== undefined;
  const problem =
    problemOfStage(next) ?? (timed ? problemOfInstants(next, ['openedAt', 'remindAt', 'dueAt']) : undefined);
  return problem && `next ${problem}`;
}

function problemOfInstants(fields: Fields, names: string[]): string | undefined {
  const wrong = names.find((name) => typeof fields[name] !== 'string' || Number.isNaN(Date.parse(fields[name])));
  return wrong && `${wrong} is not an instant`;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
