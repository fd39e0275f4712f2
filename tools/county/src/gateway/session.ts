import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { GatewayClient } from './gateway-client';
import { GatewayError } from './gateway-error';
import { accepted, isRefusal, refusalFields, type Answered } from './outcome';
import { withPatience, type Patience } from './patience';

export interface Credentials {
  login: string;
  password: string;
  /** As handed over on paper; used once. Without it the account must have been activated before. */
  activationCode?: string;
}

interface Tokens extends Answered {
  accessToken: string;
  accessTokenExpiresAt: string;
  refreshToken: string;
}

const tokenFields = `${refusalFields} ... on Session { accessToken accessTokenExpiresAt refreshToken }`;
const activate = `mutation ($input: ActivateAccountInput!) { answer: activateAccount(input: $input) { ${tokenFields} } }`;
const signIn = `mutation ($input: SignInInput!) { answer: signIn(input: $input) { ${tokenFields} } }`;
const refresh = `mutation ($input: RefreshSessionInput!) { answer: refreshSession(input: $input) { ${tokenFields} } }`;

export const sessionOperations = { activate, signIn, refresh };

/** A token this close to its end is exchanged before it is used. */
const refreshBefore = 30_000;

/** One person's own way into the gateway: signs in by himself, renews his token, tries again while something is broken. */
export class Session {
  private tokens: Tokens | undefined;
  private signingIn: Promise<string> | undefined;

  constructor(
    private readonly gateway: GatewayClient,
    private readonly patience: Patience,
    private readonly credentials: Credentials,
  ) {}

  get login(): string {
    return this.credentials.login;
  }

  /**
   * Asks until there is an answer. A repeated mutation carries the same variables and so the same idempotency key: what was
   * done although its answer was lost is answered again and not done again.
   */
  ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.signedIn((accessToken) => this.gateway.ask<T>({ query, variables, accessToken }));
  }

  /** As `ask`, for an operation whose one field is named `answer`; a refusal is thrown. */
  async perform<T extends Answered>(mutation: string, input: Record<string, unknown>): Promise<T> {
    const variables = { input: { key: randomUUID(), ...input } };
    return accepted((await this.ask<{ answer: T }>(mutation, variables)).answer);
  }

  /** Sends the file `open` gives, from its beginning at every try. */
  upload(service: string, open: () => Readable): Promise<string> {
    return this.signedIn((accessToken) => this.gateway.upload(service, open, accessToken));
  }

  /** Activates the account or signs in, unless that was done already. */
  async enter(): Promise<void> {
    await withPatience(this.patience, () => this.accessToken());
  }

  private signedIn<T>(attempt: (accessToken: string) => Promise<T>): Promise<T> {
    return withPatience(this.patience, async () => {
      try {
        return await attempt(await this.accessToken());
      } catch (error) {
        if (!(error instanceof GatewayError) || error.failure !== 'signed-out') throw error;
        this.tokens = undefined;
        return await attempt(await this.accessToken());
      }
    });
  }

  private async accessToken(): Promise<string> {
    const { tokens } = this;
    if (tokens && Date.parse(tokens.accessTokenExpiresAt) - Date.now() > refreshBefore) return tokens.accessToken;
    this.signingIn ??= this.renew(tokens).finally(() => (this.signingIn = undefined));
    return this.signingIn;
  }

  private async renew(tokens: Tokens | undefined): Promise<string> {
    this.tokens = undefined;
    this.tokens = (tokens && (await this.refreshed(tokens.refreshToken))) ?? (await this.begun());
    return this.tokens.accessToken;
  }

  /** A refresh token is good for one use; when the answer to that use was lost, the person signs in again. */
  private async refreshed(refreshToken: string): Promise<Tokens | undefined> {
    try {
      return await this.tokensFrom(refresh, { refreshToken });
    } catch (error) {
      if (isRefusal(error) || (error instanceof GatewayError && error.failure === 'signed-out')) return undefined;
      throw error;
    }
  }

  private async begun(): Promise<Tokens> {
    const { login, password, activationCode } = this.credentials;
    if (activationCode) {
      try {
        const tokens = await this.tokensFrom(activate, { login, activationCode, password });
        this.credentials.activationCode = undefined;
        return tokens;
      } catch (error) {
        // Already activated, perhaps by the try whose answer was lost: the password decides.
        if (!isRefusal(error)) throw error;
        this.credentials.activationCode = undefined;
      }
    }
    return this.tokensFrom(signIn, { login, password });
  }

  private async tokensFrom(query: string, input: Record<string, unknown>): Promise<Tokens> {
    return accepted((await this.gateway.ask<{ answer: Tokens }>({ query, variables: { input } })).answer);
  }
}
