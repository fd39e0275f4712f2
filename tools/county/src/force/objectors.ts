import { randomUUID } from 'node:crypto';
import type { PlannedObjection } from '../generator/objections';
import { accepted, refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';

/** Somebody who reads the notice and signs in nowhere. */
export type AskUnsigned = <T>(query: string, variables: Record<string, unknown>) => Promise<T>;

export interface Objection {
  id: string;
  version: number;
  receipt: string;
}

type Answer = Answered & Objection;

const fields = `${refusalFields} ... on Objection { id version receipt }`;
const step = (name: string, input: string) =>
  `mutation ($input: ${input}!) { answer: ${name}(input: $input) { ${fields} } }`;

const record = step('recordObjection', 'RecordObjectionInput');
const byCode = `mutation ($input: ObjectByCodeInput!) {
  answer: objectByCode(input: $input) { ${refusalFields} ... on ObjectionReceived { receipt } }
}`;
const progress = `query ($receipt: ID!) { objectionReceipt(receipt: $receipt) { state } }`;
const codeOf = `query ($id: ID!) { sitting(id: $id) { publicity { objectionCode } } }`;
const received = `query ($areaCode: ID!, $after: String) {
  objections(filter: { areaCode: $areaCode, state: received }, first: 100, after: $after) {
    nodes { id version receipt } pageInfo { endCursor hasNextPage }
  }
}`;
const register = step('registerObjection', 'ObjectionStepInput');
const assign = step('assignRecheck', 'AssignRecheckInput');
const recheck = `mutation ($input: RecordRecheckInput!) {
  answer: recordRecheck(input: $input) { ${refusalFields} ... on RecheckRecorded { recorded } }
}`;
const decide = step('decideObjection', 'DecideObjectionInput');
const answer = step('answerObjection', 'ObjectionStepInput');
const callBack = step('callObjectorBack', 'CallObjectorBackInput');
const who = `query { me { person { id } teams { number } } }`;

export const objectionOperations = {
  ...{ record, byCode, progress, codeOf, received, register, assign, recheck, decide, answer, callBack, who },
};

export interface ObjectionOptions {
  groupCode: string;
  /** The sitting whose notice hangs. */
  sittingId: string;
  secretary: Session;
  officer: Session;
  /** Of a team that scored nobody in the group. */
  checker: Session;
  askUnsigned: AskUnsigned;
}

/** Those who object to the notice of a group, and those who see to it: the township's officer and whoever checks again. */
export class Objectors {
  constructor(private readonly options: ObjectionOptions) {}

  /** Makes the objection, and brings it through its re-check. `householdId` is the household it is about. */
  async object(planned: PlannedObjection, householdId: string | undefined): Promise<Objection> {
    const { officer, checker } = this.options;
    const objection = await this.receive(planned, householdId);
    const { me } = await checker.ask<{ me: { person: { id: string }; teams: { number: string }[] } }>(who);
    const registered = await officer.perform<Answer>(register, asked(objection));
    const assigned = await officer.perform<Answer>(assign, {
      ...asked(registered),
      team: me.teams[0]?.number ?? me.person.id,
      persons: [me.person.id],
    });
    await checker.perform(recheck, { ...asked(assigned), finding: '已到户复核，逐项查看，询问邻里。' });
    return { ...assigned, version: assigned.version + 1 };
  }

  /** From the decision on what was checked to the call back. */
  async decide(planned: PlannedObjection, checked: Objection): Promise<void> {
    const { officer } = this.options;
    const decided = await officer.perform<Answer>(decide, {
      ...asked(checked),
      decision: planned.decision,
      reason: reasons[planned.decision],
      newHouseholdNumber: planned.decision === 'newHousehold' ? planned.number : undefined,
    });
    const answered = await officer.perform<Answer>(answer, asked(decided));
    if (!planned.anonymous) await officer.perform(callBack, { ...asked(answered), satisfied: true });
  }

  private async receive(planned: PlannedObjection, householdId: string | undefined): Promise<Objection> {
    const { kind, channel, anonymous } = planned;
    const { groupCode, secretary } = this.options;
    const statement = statements[kind];
    const objector = anonymous ? undefined : { name: '群众某某', phone: '10000000000' };
    if (channel === 'code') return this.objectByCode(planned, { statement, objector });
    const about = kind === 'missed' ? { areaCode: groupCode } : { householdId };
    return secretary.perform<Answer>(record, { kind, channel, ...about, statement, objector });
  }

  /** Whoever comes by the code keeps a receipt; the office finds the objection by it. */
  private async objectByCode({ kind, number, groupCode }: PlannedObjection, words: object): Promise<Objection> {
    const { sittingId, secretary, officer, askUnsigned } = this.options;
    const { sitting } = await secretary.ask<{ sitting: { publicity: { objectionCode: string } } }>(codeOf, {
      id: sittingId,
    });
    const code = sitting.publicity.objectionCode;
    const householdCode = kind === 'missed' ? undefined : number.slice(groupCode.length);
    const input = { key: randomUUID(), code, kind, householdCode, ...words };
    const { receipt } = accepted(
      (await askUnsigned<{ answer: Answered & { receipt: string } }>(byCode, { input })).answer,
    );
    const { objectionReceipt } = await askUnsigned<{ objectionReceipt: { state: string } | null }>(progress, {
      receipt,
    });
    if (objectionReceipt?.state !== 'received') throw new Error(`nobody knows of the objection ${receipt}`);
    return foundBy(officer, groupCode, receipt);
  }
}

async function foundBy(officer: Session, areaCode: string, receipt: string): Promise<Objection> {
  for (let after: string | null = null; ;) {
    const { objections }: Waiting = await officer.ask<Waiting>(received, { areaCode, after });
    const found = objections.nodes.find((objection) => objection.receipt === receipt);
    if (found) return found;
    if (!objections.pageInfo.hasNextPage) throw new Error(`the office has no objection ${receipt}`);
    after = objections.pageInfo.endCursor;
  }
}

interface Waiting {
  objections: { nodes: Objection[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}

const statements: Record<PlannedObjection['kind'], string> = {
  own: '本户收入算多了，请重新核实。',
  report: '该户在县城有住房，没有算进去。',
  missed: '我们屯还有一户困难户没有入户。',
};

const reasons: Record<PlannedObjection['decision'], string> = {
  unchanged: '经复核，原评分属实。',
  scoreChanged: '经复核，有一项与实际不符，重新评分、评议、公示。',
  newHousehold: '经复核，情况属实，列入评估对象。',
};

function asked({ id, version }: Objection) {
  return { objectionId: id, version };
}
