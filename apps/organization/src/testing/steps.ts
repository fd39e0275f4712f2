import { randomUUID } from 'node:crypto';
import type { Session, StaffImport } from '../graph.generated';
import { firstAdministrator, type Actor, type RunningService } from './running-service';
import { county, smallStaffFile } from './small-staff';

export interface Refused {
  code: string;
  message: string;
  field: string | null;
}

/** A result union as the steps ask for it: the fields of the record, or those of a refusal. */
export type Answer<Thing> = Partial<Thing> & Partial<Refused>;

const refusal = `... on Refusal { code message field }`;
const session = `... on Session { accessToken refreshToken accessTokenExpiresAt refreshTokenExpiresAt } ${refusal}`;

export async function signIn(service: RunningService, login: string, password: string): Promise<Answer<Session>> {
  const answer = await service.anonymous.ask<{ signIn: Answer<Session> }>(
    `mutation ($input: SignInInput!) { signIn(input: $input) { ${session} } }`,
    { input: { login, password } },
  );
  return answer.signIn;
}

export async function activate(
  service: RunningService,
  login: string,
  activationCode: string,
  password: string,
): Promise<Answer<Session>> {
  const answer = await service.anonymous.ask<{ activateAccount: Answer<Session> }>(
    `mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) { ${session} } }`,
    { input: { login, activationCode, password } },
  );
  return answer.activateAccount;
}

export async function refresh(service: RunningService, refreshToken: string): Promise<Answer<Session>> {
  const answer = await service.anonymous.ask<{ refreshSession: Answer<Session> }>(
    `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${session} } }`,
    { input: { refreshToken } },
  );
  return answer.refreshSession;
}

/** Does one of the mutations that take a key; `shown` are the fields asked for when it succeeds. */
export async function change<Thing>(
  actor: Actor,
  mutation: string,
  input: Record<string, unknown>,
  shown: string,
): Promise<Answer<Thing>> {
  const inputType = { disableAccount: 'ChangeAccount', unlockAccount: 'ChangeAccount' }[mutation] ?? capital(mutation);
  const answer = await actor.ask<Record<string, Answer<Thing>>>(
    `mutation ($input: ${inputType}Input!) { ${mutation}(input: $input) { ${shown} ${refusal} } }`,
    { input: { key: randomUUID(), ...input } },
  );
  return answer[mutation]!;
}

/** Hands in a staff file and waits for the end of its import. */
export async function importStaff(
  service: RunningService,
  file: string | Buffer,
  actor = administratorOf(service),
): Promise<StaffImport> {
  const fileId = await upload(service, file, actor);
  const { id } = await change<StaffImport>(actor, 'importStaff', { fileId }, '... on StaffImport { id }');
  return importEnded(actor, id!);
}

export async function upload(
  service: RunningService,
  file: string | Buffer,
  actor = administratorOf(service),
): Promise<string> {
  const { status, body } = await service.graph.upload(actor.passport!, file);
  if (status !== 201) throw new Error(`upload answered ${status}: ${JSON.stringify(body)}`);
  return body.fileId;
}

/** Asks until the import is over. */
export async function importEnded(actor: Actor, id: string): Promise<StaffImport> {
  for (;;) {
    const { staffImport } = await actor.ask<{ staffImport: StaffImport }>(
      `query ($id: ID!) { staffImport(id: $id) {
         state linesRead problems { line problem } counts { people teams assignments accounts }
       } }`,
      { id },
    );
    if (staffImport.state !== 'running') return staffImport;
  }
}

/** The small staff file taken in by the first administrator. */
export async function importSmallStaff(service: RunningService): Promise<void> {
  const { state, problems } = await importStaff(service, smallStaffFile());
  if (state !== 'done') throw new Error(JSON.stringify(problems));
}

/** The first administrator, signed in. */
export async function signedInAdministrator(service: RunningService): Promise<Actor> {
  const { login, activationCode, password } = firstAdministrator;
  const { accessToken } = await activate(service, login, activationCode, password);
  return service.holderOf(accessToken!);
}

export function administratorOf(service: RunningService): Actor {
  return service.as('administrator', [county]);
}

export async function personId(service: RunningService, number: string): Promise<string> {
  const [row] = await service.look<{ id: string }>('SELECT id FROM person WHERE number = $1', [number]);
  return row!.id;
}

export async function accountOf(service: RunningService, login: string): Promise<{ id: string; version: number }> {
  const [row] = await service.look<{ id: string; version: number }>(
    'SELECT id, version FROM account WHERE login = $1',
    [login],
  );
  return row!;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
