import type { Readable } from 'node:stream';
import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { lookUntil } from './look-until';
import type { Form } from './score-sheet';

export interface Campaign {
  id: string;
  version: number;
  state: 'prepared' | 'open';
  profile: { form: Form | null } | null;
}

/** The form of an open campaign whose households are scored. */
export function formOf({ profile }: Campaign): Form {
  if (!profile?.form) throw new Error('the campaign is not open, or has no form');
  return profile.form;
}

interface FileImport {
  id: string;
  state: 'running' | 'done' | 'refused' | 'failed';
  linesRead: number;
  problems: { line: number; problem: string }[];
}

/** One kind of import file: who takes it, and how it is begun and followed. */
interface ImportKind {
  service: string;
  begin: string;
  follow: string;
}

function importKind(service: string, mutation: string, input: string, type: string, query: string): ImportKind {
  const fields = 'id state linesRead problems { line problem }';
  return {
    service,
    begin: `mutation ($input: ${input}!) { answer: ${mutation}(input: $input) { ${refusalFields} ... on ${type} { ${fields} } } }`,
    follow: `query ($id: ID!) { import: ${query}(id: $id) { ${fields} } }`,
  };
}

const countyFile = importKind('identification', 'importCounty', 'ImportCountyInput', 'CountyImport', 'countyImport');
const staffFile = importKind('organization', 'importStaff', 'ImportStaffInput', 'StaffImport', 'staffImport');

const formFields =
  'version standardDate facts { key about kind whole options { key } minimum maximum unasked { belowAge fromAge } }';
const campaignFields = `id version state profile { form { ${formFields} } }`;
const campaign = `query { campaign { ${campaignFields} } }`;
const openCampaign = `mutation ($input: OpenCampaignInput!) {
  answer: openCampaign(input: $input) { ${refusalFields} ... on Campaign { ${campaignFields} } }
}`;

const importMatchFile = `mutation ($input: ImportMatchFileInput!) {
  answer: importMatchFile(input: $input) { ${refusalFields} ... on MatchFile { leads } }
}`;

export const administratorOperations = {
  campaign,
  openCampaign,
  importCounty: countyFile.begin,
  followCounty: countyFile.follow,
  importMatchFile,
  importStaff: staffFile.begin,
  followStaff: staffFile.follow,
};

const importWithin = 1_800_000;

/** The county's administrator: brings in the two files and opens the campaign. */
export class Administrator {
  constructor(private readonly session: Session) {}

  /** Uploads and imports the county file; `onLines` is told how many lines were read so far. */
  importCounty(open: () => Readable, onLines: (lines: number) => void): Promise<void> {
    return this.bringIn(countyFile, open, onLines);
  }

  importStaff(open: () => Readable, onLines: (lines: number) => void): Promise<void> {
    return this.bringIn(staffFile, open, onLines);
  }

  /** Brings in a file of another department; answers how many leads it gave. */
  async importMatchFile(open: () => Readable): Promise<number> {
    const fileId = await this.session.upload('identification', open);
    return (await this.session.perform<Answered & { leads: number }>(importMatchFile, { fileId })).leads;
  }

  async campaign(): Promise<Campaign | undefined> {
    return (await this.session.ask<{ campaign: Campaign | null }>(campaign)).campaign ?? undefined;
  }

  /** Opens the campaign on a calendar whose day lasts `dayMilliseconds`, and answers it with its form. */
  async openCampaign(dayMilliseconds: number): Promise<Campaign> {
    const found = await this.campaign();
    if (!found) throw new Error('there is no campaign to open; was the county imported?');
    if (found.state === 'open') return found;
    return this.session.perform<Answered & Campaign>(openCampaign, {
      campaignId: found.id,
      version: found.version,
      profile: 'luocheng-2015',
      dayMilliseconds,
    });
  }

  private async bringIn(kind: ImportKind, open: () => Readable, onLines: (lines: number) => void): Promise<void> {
    const fileId = await this.session.upload(kind.service, open);
    const { id } = await this.session.perform<Answered & FileImport>(kind.begin, { fileId });
    const look = { what: `end of the import by ${kind.service}`, within: importWithin };
    const ended = await lookUntil(look, async () => {
      const { import: now } = await this.session.ask<{ import: FileImport }>(kind.follow, { id });
      onLines(now.linesRead);
      return now.state === 'running' ? undefined : now;
    });
    if (ended.state !== 'done') {
      const reasons = ended.problems.slice(0, 3).map(({ line, problem }) => `line ${line}: ${problem}`);
      throw new Error(`the file for ${kind.service} was ${ended.state}; ${reasons.join('; ') || 'no reason given'}`);
    }
  }
}
