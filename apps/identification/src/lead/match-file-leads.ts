import { InvalidInput } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { CampaignRepository } from '../campaign/campaign.repository';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { LeadRepository, type MatchFileRow } from './lead.repository';
import { leadRuleOf, leadsFrom } from './lead.rules';
import { MatchCandidates } from './match-candidates';
import { readMatchFile } from './match-file-reading';

/** Makes leads of a department's file: every line that may be about somebody of the register becomes one, or none does. */
@Injectable()
export class MatchFileLeads {
  constructor(
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(MatchCandidates) private readonly candidates: MatchCandidates,
    @Inject(LeadRepository) private readonly leads: LeadRepository,
  ) {}

  /** @throws InvalidInput while no campaign is open, or its profile takes no matches; MatchFileRefused */
  async take(tx: EntityManager, content: Readable, importedBy: string): Promise<MatchFileRow> {
    const campaign = await this.campaigns.find(tx);
    if (!campaign?.profileId)
      throw new InvalidInput('No campaign is open.', 'fileId', 'Wait until the administrator has opened the campaign.');
    const rule = leadRuleOf(await this.profiles.of(campaign.profileId));
    const { source, lines } = await readMatchFile(content, campaign.areaCode);
    const at = await this.cases.moment(tx);
    const { people, nameOf } = await this.candidates.of(tx, lines);
    const matched = leadsFrom({ source, lines }, nameOf, people, rule, { at, newId: randomUUID });
    const id = randomUUID();
    const leads = await this.leads.add(tx, id, matched);
    const matchedLines = new Set(matched.map(({ lead }) => lead.record)).size;
    const row = { id, source, records: lines.length, matched: matchedLines, leads, importedAt: at, importedBy };
    await this.leads.addFile(tx, row);
    return row;
  }
}
