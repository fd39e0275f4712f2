import { randomUUID } from 'node:crypto';
import type { RunningService } from './running-service';
import { countyCode } from './small-county';

/** The county's line, proposed by a supervisor and approved by a leader, whatever is still open. */
export async function decideLine(service: RunningService, line: number): Promise<void> {
  const proposer = service.as('supervisor', [countyCode]);
  const { proposal } = await proposer.ask<{ proposal: { id?: string; version?: number; code?: string } }>(
    `mutation ($input: ProposeScoreLineInput!) {
       proposal: proposeScoreLine(input: $input) { ... on ScoreLineProposal { id version } ... on Refusal { code } }
     }`,
    { input: { key: randomUUID(), line, quota: 100, reason: '按规模控制。', mayLeaveOpen: true } },
  );
  const { decided } = await service.as('countyLeader', [countyCode], 'leader').ask<{ decided: { state?: string } }>(
    `mutation ($input: DecideScoreLineInput!) {
       decided: decideScoreLine(input: $input) { ... on ScoreLineProposal { state } ... on Refusal { code } }
     }`,
    { input: { key: randomUUID(), proposalId: proposal.id, version: proposal.version, approve: true } },
  );
  if (decided.state !== 'approved') throw new Error(JSON.stringify({ proposal, decided }));
}
