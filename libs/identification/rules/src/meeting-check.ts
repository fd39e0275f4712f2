import type { MeetingTerms, Terms } from './profile';
import { isCount, when, type ProfileProblem } from './profile-problem';
import type { Share } from './share';

const units = ['group', 'village'] as const;

/** Every unit that reviews says how. */
export function checkMeetings({ stages, meetings }: Pick<Terms, 'stages' | 'meetings'>): ProfileProblem[] {
  return units.flatMap((unit) => {
    const path = `meetings.${unit}`;
    const reviews = stages.some((stage) => stage.kind === 'review' && stage.unit === unit);
    const terms = meetings[unit];
    if (!terms) return when(reviews, path, 'is missing: it reviews households');
    return checkTermsOf(terms, unit, path);
  });
}

function checkTermsOf(terms: MeetingTerms, unit: (typeof units)[number], path: string): ProfileProblem[] {
  const { quorum, vote, noticeDays, photos, representatives, recusal, outliers } = terms;
  return [
    ...when(!isCount(quorum.adultAge), `${path}.quorum.adultAge`, 'must be a whole number from 1'),
    ...when(
      unit === 'group' && quorum.seats === 'village-representatives',
      `${path}.quorum.seats`,
      'cannot be those of the village',
    ),
    ...checkShare(quorum.present, `${path}.quorum.present`),
    ...checkShare(vote.moreThan, `${path}.vote.moreThan`),
    ...when(
      vote.moreThan.numerator === vote.moreThan.denominator,
      `${path}.vote.moreThan`,
      'is the whole: nobody can have more',
    ),
    ...[
      { value: noticeDays, at: 'noticeDays' },
      { value: photos, at: 'photos' },
      { value: representatives, at: 'representatives' },
    ].flatMap(({ value, at }) =>
      when(!Number.isInteger(value) || value < 0, `${path}.${at}`, 'must be a whole number from 0'),
    ),
    ...recusal.relations.flatMap((relation, place) =>
      when(relation === '', `${path}.recusal.relations[${place}]`, 'is empty'),
    ),
    ...when(outliers !== undefined && unit === 'group', `${path}.outliers`, 'compares groups, which a group cannot'),
    ...(outliers ? checkOutliers(outliers, `${path}.outliers`) : []),
  ];
}

function checkOutliers(rule: NonNullable<MeetingTerms['outliers']>, path: string): ProfileProblem[] {
  const { households, pairsOf100, sameScorePercent } = rule;
  return [
    ...when(!isCount(households), `${path}.households`, 'must be a whole number from 1'),
    ...when(!(pairsOf100 > 50 && pairsOf100 <= 100), `${path}.pairsOf100`, 'must be above 50, to 100'),
    ...when(!(sameScorePercent > 0 && sameScorePercent <= 100), `${path}.sameScorePercent`, 'must be above 0, to 100'),
  ];
}

function checkShare({ numerator, denominator }: Share, path: string): ProfileProblem[] {
  return when(
    !isCount(numerator) || !isCount(denominator) || numerator > denominator,
    path,
    'must be a share: two whole numbers from 1, of which the first is not the larger',
  );
}
