import type { DayKind } from '../calendar';
import type { ObjectionRule } from '../objection';

/**
 * How objections are dealt with. That the township decides in the publicity and the county on the announced list is sourced
 * (domain reference 4.3, C6); that one household only is held is not, and the days follow the hotline of a neighbouring county
 * (4.3, G3: field check the next day, answer and call back on the third): WORKING VALUES.
 */
export function objectionsIn(dayKind: DayKind): ObjectionRule {
  return {
    deciders: { publicity: ['townshipOfficer'], announcement: ['supervisor', 'countyLeader'] },
    suspends: { own: true, report: true, missed: false },
    anonymous: { kinds: ['report', 'missed'], suspends: true },
    terms: {
      received: { days: 1, dayKind },
      registered: { days: 1, dayKind },
      assigned: { days: 2, dayKind },
      rechecked: { days: 1, dayKind },
      decided: { days: 1, dayKind },
      answered: { days: 2, dayKind },
    },
  };
}
