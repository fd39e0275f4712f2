import { luocheng } from './luocheng-2015';

/** How many of everything a county of so many households has, in the proportions of the reference county. */
export interface Size {
  households: number;
  inPoorVillages: number;
  townships: number;
  villages: number;
  poorVillages: number;
  groups: number;
  groupsInPoorVillages: number;
  hamlets: number;
  workers: number;
  fieldTeams: number;
}

/**
 * The size of a county. Groups stay at about 32 households (but there are four groups even in a hamlet's worth); a small
 * county has relatively more villages and townships, so that two townships and four villages, poor and not, can be told apart.
 */
export function sizeFor(households: number): Size {
  if (!Number.isInteger(households) || households < 1 || households > luocheng.households) {
    throw new RangeError(`a county has from 1 to ${luocheng.households} households, not ${households}`);
  }
  const scaled = (figure: number) => Math.round((figure * households) / luocheng.households);
  const groups = Math.max(scaled(luocheng.groups), within(1, Math.floor(households / 4), 4));
  const villages = Math.max(scaled(luocheng.villages), Math.min(4, groups));
  const townships = Math.max(scaled(luocheng.townships), Math.min(2, villages));
  const onlyOne = villages === 1;
  const poorVillages = onlyOne ? 1 : within(1, share(villages, luocheng.poorVillages, luocheng.villages), villages - 1);
  const inPoorVillages = onlyOne ? households : scaled(luocheng.inPoorVillages);
  const groupsInPoorVillages = onlyOne
    ? groups
    : within(poorVillages, share(groups, inPoorVillages, households), groups - (villages - poorVillages));
  const fieldTeams = Math.max(townships, Math.round(scaled(luocheng.workers) / 2.5));
  return {
    households,
    inPoorVillages,
    townships,
    villages,
    poorVillages,
    groups,
    groupsInPoorVillages,
    hamlets: Math.max(villages, scaled(luocheng.hamlets)),
    workers: within(2 * fieldTeams, scaled(luocheng.workers), 3 * fieldTeams),
    fieldTeams,
  };
}

function share(total: number, part: number, whole: number): number {
  return Math.round((total * part) / whole);
}

function within(low: number, value: number, high: number): number {
  return Math.min(Math.max(low, value), high);
}
