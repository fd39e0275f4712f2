import { checkProfile, luocheng2015, type Calendar, type Profile } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { CampaignAlreadyOpen } from './campaign.errors';

/** The profiles this release knows, by key. */
const profiles: Record<string, (calendar: Calendar) => Profile> = { 'luocheng-2015': luocheng2015 };

const lifeDay = 86_400_000;
/** China keeps one time: UTC+8. */
const utcOffsetMinutes = 480;

export interface CampaignOpening {
  profile: string;
  dayMilliseconds?: number | null;
  startsOn?: string | null;
}

/**
 * The profile a campaign is opened with, on a calendar whose first day begins now or at the last local midnight: a campaign of
 * real days keeps real dates, a compressed one begins at once.
 *
 * @throws CampaignAlreadyOpen, InvalidInput
 */
export function openingProfile(state: string, opening: CampaignOpening, now: Date): Profile {
  if (state === 'open') throw new CampaignAlreadyOpen('The campaign is open already.');
  const make = Object.hasOwn(profiles, opening.profile) ? profiles[opening.profile] : undefined;
  if (!make)
    throw new InvalidInput(
      `There is no profile ${opening.profile}.`,
      'profile',
      `Choose one of: ${Object.keys(profiles).join(', ')}.`,
    );
  const profile = make(calendarOf(opening, now));
  const [problem] = checkProfile(profile);
  if (problem) throw new InvalidInput(`The profile cannot be used: ${problem.path} ${problem.problem}.`, 'profile');
  return profile;
}

function calendarOf({ dayMilliseconds, startsOn }: CampaignOpening, now: Date): Calendar {
  const day = dayMilliseconds ?? lifeDay;
  if (day < 1 || day > lifeDay) throw new InvalidInput('A day lasts 1 to 86,400,000 milliseconds.', 'dayMilliseconds');
  const today = new Date(now.getTime() + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
  if (startsOn && Number.isNaN(Date.parse(`${startsOn}T00:00:00Z`)))
    throw new InvalidInput('A date is written YYYY-MM-DD.', 'startsOn');
  const midnight = new Date(Date.parse(`${today}T00:00:00Z`) - utcOffsetMinutes * 60_000);
  return {
    dayMilliseconds: day,
    startsAt: (day === lifeDay ? midnight : now).toISOString(),
    startsOn: startsOn ?? today,
    utcOffsetMinutes,
    restWeekdays: [],
    holidays: [],
    makeUpDays: [],
  };
}
