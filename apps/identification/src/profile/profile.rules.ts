import { checkTerms, type ProfileProblem, type Terms } from '@jingzhun/identification-rules';
import { termsSchema } from './terms-schema';
import { ProfileNotValid } from './profile.errors';

/** How many problems an answer names; who has more has another problem. */
const reported = 50;

/**
 * The terms a person handed in, as the next version of their key.
 * @throws ProfileNotValid naming every place at fault: of the shape first, then of the meaning.
 */
export function readTerms(given: unknown, version: number, roles: readonly string[]): Terms {
  const shaped = termsSchema.safeParse(isRecord(given) ? { ...given, version } : given);
  if (!shaped.success)
    throw refusal(shaped.error.issues.map(({ path, message }) => ({ path: dotted(path), problem: message })));
  const problems = checkTerms(shaped.data, roles);
  if (problems.length > 0) throw refusal(problems);
  return shaped.data;
}

/** The version that saving makes: an unfrozen one is replaced, a frozen one is followed. */
export function versionToSave(newest: { version: number; frozenAt: Date | null } | null): number {
  if (!newest) return 1;
  return newest.frozenAt ? newest.version + 1 : newest.version;
}

function refusal(problems: ProfileProblem[]): ProfileNotValid {
  return new ProfileNotValid(problems.slice(0, reported));
}

function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
