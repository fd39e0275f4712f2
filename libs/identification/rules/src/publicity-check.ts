import { noticeColumns, type NoticeColumn, type NoticeRule } from './notice';
import type { ObjectionRule } from './objection';
import type { Terms } from './profile';
import { isCount, when, type ProfileProblem } from './profile-problem';

const ofScores: readonly NoticeColumn[] = ['rank', 'points', 'total'];

/** A chain that makes households public says what of them, and how it is objected to; one that does not, has neither. */
export function checkPublicity({ stages, form, vetoes, publicity, objections }: Terms): ProfileProblem[] {
  const published = stages.some(({ kind }) => kind === 'publicity');
  if (!published)
    return [
      ...when(publicity !== undefined, 'publicity', 'shows what no stage makes public'),
      ...when(objections !== undefined, 'objections', 'have no publicity to object to'),
    ];
  return [
    ...when(!publicity, 'publicity', 'is missing: notices would not know what they may show'),
    ...(publicity ? checkNotice(publicity, { scored: form !== undefined, vetoed: vetoes !== undefined }) : []),
    ...when(!objections, 'objections', 'is missing: a notice can be objected to'),
    ...(objections ? checkObjections(objections) : []),
  ];
}

/** The roles a rule for objections speaks of, and where. */
export function decidersOf({ deciders }: ObjectionRule): { role: string; path: string }[] {
  return Object.entries(deciders).flatMap(([period, roles]) =>
    roles.map((role, place) => ({ role, path: `objections.deciders.${period}[${place}]` })),
  );
}

function checkNotice({ columns }: NoticeRule, { scored, vetoed }: { scored: boolean; vetoed: boolean }) {
  return [
    ...when(
      !columns.includes('head') && !columns.includes('code'),
      'publicity.columns',
      'tell no household from another',
    ),
    ...columns.flatMap((column, place) => [
      ...when(!noticeColumns.includes(column), `publicity.columns[${place}]`, `${column} is never published`),
      ...when(columns.indexOf(column) < place, `publicity.columns[${place}]`, `${column} stands twice`),
      ...when(!scored && ofScores.includes(column), `publicity.columns[${place}]`, 'needs a form that is scored by'),
      ...when(!vetoed && column === 'vetoes', `publicity.columns[${place}]`, 'needs veto rules'),
    ]),
  ];
}

function checkObjections(rule: ObjectionRule): ProfileProblem[] {
  const { deciders, terms } = rule;
  return [
    ...Object.entries(deciders).flatMap(([period, roles]) =>
      when(roles.length === 0, `objections.deciders.${period}`, 'is empty: nobody could decide'),
    ),
    ...decidersOf(rule).flatMap(({ role, path }) => when(role === '', path, 'is empty')),
    ...Object.entries(terms).flatMap(([state, { days }]) =>
      when(!isCount(days), `objections.terms.${state}.days`, 'must be a whole number from 1'),
    ),
  ];
}
