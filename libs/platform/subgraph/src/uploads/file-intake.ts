import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { InvalidInput } from '@jingzhun/kernel';
import { checkedContent, type CheckedContent, type ContentRules } from './checked-content';
import type { Uploads } from './uploads';

/** What the sender says of a file before its bytes come. */
export interface DeclaredFile {
  /** In hexadecimal digits. */
  sha256: string;
  bytes?: number;
}

/** Takes in files that will be kept. Many arrive at once and slowly, to disk; one at a time is looked at in memory. */
export class FileIntake {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly uploads: Uploads) {}

  /**
   * Receives and checks a file, hands it to `keep`, and forgets what arrived.
   *
   * @throws InvalidInput when it is too long, not the declared one, or not what the rules ask
   */
  async take<Kept>(
    content: Readable,
    declared: DeclaredFile,
    rules: ContentRules,
    keep: (file: CheckedContent) => Promise<Kept>,
  ): Promise<Kept> {
    const { maximumBytes } = rules;
    if (declared.bytes !== undefined && declared.bytes > maximumBytes)
      throw new InvalidInput(`A file of this kind has at most ${maximumBytes} bytes.`, 'file', 'Send it smaller.');
    const fileId = await this.uploads.receive(content, declared.sha256, maximumBytes);
    try {
      return await this.inTurn(async () => {
        const arrived = await buffer(await this.uploads.open(fileId));
        return keep(await checkedContent(arrived, rules));
      });
    } finally {
      await this.uploads.discard(fileId);
    }
  }

  /** Forgets what arrived before `moment` in a process that did not live to look at it. */
  discardOlder(moment: Date): Promise<void> {
    return this.uploads.discardOlder(moment);
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
