import { accessTokenLifeSeconds, issueAccessToken, type Role } from '@jingzhun/access';
import type { Stack } from '@jingzhun/stack';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Grant {
  role: Role;
  areas: string[];
}

export interface Failure {
  message: string;
  path?: (string | number)[];
  extensions: { code: string };
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: Failure[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** Hands out tokens of the stack's own key, so that every role can be held anywhere, also where no county would give it. */
export class Bearers {
  private readonly privateKey: string;

  /** Every token is of this account; what it may do is in the token alone. */
  constructor(
    private readonly stack: Stack,
    private readonly accountId: string,
  ) {
    const keys = JSON.parse(readFileSync(join(stack.folder, 'keys.json'), 'utf8')) as {
      ACCESS_TOKEN_PRIVATE_KEY: string;
    };
    this.privateKey = keys.ACCESS_TOKEN_PRIVATE_KEY;
  }

  /** Somebody with these rights. */
  with(grants: Grant[]): Ask {
    const claims = { sub: this.accountId, person: randomUUID(), grants };
    let token: Promise<string> | undefined;
    let issuedAt = 0;
    return async (query, variables) => {
      if (Date.now() - issuedAt > (accessTokenLifeSeconds * 1_000) / 2) {
        issuedAt = Date.now();
        token = issueAccessToken(claims, this.privateKey);
      }
      return this.post(query, variables, await token);
    };
  }

  /** Somebody who has not signed in. */
  nobody(): Ask {
    return (query, variables) => this.post(query, variables);
  }

  private async post(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer> {
    const response = await fetch(`${this.stack.apps.gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }
}

/** Does `work` for each of `things`, a few at a time, and answers in their order. */
export async function eachOf<Thing, Done>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Done>,
  atOnce = 8,
): Promise<Done[]> {
  const done: Done[] = [];
  let next = 0;
  const runner = async () => {
    for (let index = next++; index < things.length; index = next++) done[index] = await work(things[index]!);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return done;
}
