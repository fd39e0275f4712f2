import { checkCalendar, type Calendar } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { CampaignAlreadyOpen } from './campaign.errors';

const lifeDay = 86_400_000;
/** China keeps one time: UTC+8. */
const utcOffsetMinutes = 480;

export interface CampaignOpening {
  dayMilliseconds?: number | null;
  startsOn?: string | null;
}

/**
 * The days of a campaign that is opened now. The first one begins now or at the last local midnight: a campaign of real days
 * keeps real dates, a compressed one begins at once.
 *
 * @throws CampaignAlreadyOpen, InvalidInput
 */
export function openingCalendar(state: string, opening: CampaignOpening, now: Date): Calendar {
  if (state === 'open') throw new CampaignAlreadyOpen('The campaign is open already.');
  const calendar = calendarOf(opening, now);
  const [problem] = checkCalendar(calendar);
  if (problem) throw new InvalidInput(`The calendar cannot be used: ${problem.path} ${problem.problem}.`, 'startsOn');
  return calendar;
}

/** @throws InvalidInput */
export function assertOpen(state: string): void {
  if (state !== 'open')
    throw new InvalidInput('The campaign is not open yet.', 'campaignId', 'Choose the profile when you open it.');
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
