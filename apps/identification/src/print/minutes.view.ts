import type { MinutesHousehold, MinutesView } from './minutes.paper';
import { numberInGroup } from './notice.view';
import type { AreaNames } from './printing';
import { unsigned } from './signer';

export interface MinutesSource {
  areas: AreaNames;
  sitting: { kind: 'group' | 'village'; round: number; heldOn: string | null; minutes: string | null };
  households: {
    number: string;
    head: string;
    total: number | null;
    verdict: 'confirmed' | 'returned' | null;
    reason: string | null;
  }[];
}

/** The minutes as far as they were recorded; of a meeting that is still to come, the sheet to take along. */
export function minutesView({ areas, sitting, households }: MinutesSource): MinutesView {
  return {
    kind: sitting.kind,
    areas,
    round: sitting.round,
    sittings: [
      {
        on: sitting.heldOn,
        place: null,
        chair: null,
        recorder: null,
        presence: null,
        attendees: [],
        text: sitting.minutes,
        adjourned: null,
      },
    ],
    households: households.map((household) => minutesHousehold(household, sitting.kind)),
    signers: unsigned('主持人', '记录人', '群众代表'),
    provisional: null,
  };
}

function minutesHousehold(
  { number, head, total, verdict, reason }: MinutesSource['households'][number],
  kind: 'group' | 'village',
): MinutesHousehold {
  // In a village two groups have the same numbers, so the group's three digits stand before them.
  const code = kind === 'group' ? numberInGroup(number) : `${number.slice(-7, -4)}-${numberInGroup(number)}`;
  return { code, head, total, votes: null, barred: null, verdict, reason };
}
