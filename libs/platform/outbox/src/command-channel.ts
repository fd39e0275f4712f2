import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { RelayChannel } from './relay';

/** How long, in milliseconds, a stopping relay waits for acknowledgements under way. */
const settlePatience = 2_000;

/** Everything that waits for one workflow, in order: perhaps its start, then facts. */
export interface Delivery {
  workflowId: string;
  workflowType: string;
  /** Input of the workflow when it is to be started. */
  input?: object;
  facts: object[];
  /** Id of the last command joined in; the id of the Update. */
  commandId: string;
}

/** Where commands go. Resolves when the workflow has taken them (again, if they were repeated). */
export interface CommandSink {
  deliver(delivery: Delivery): Promise<void>;
  /** Lets go of its connection; nothing is delivered afterwards. */
  close?(): Promise<void>;
}

interface CommandRow {
  id: string;
  command_id: string;
  workflow_id: string;
  workflow_type: string;
  input: object | null;
  facts: object[] | null;
}

export interface CommandChannelOptions {
  /** Deliveries under way at once. */
  concurrency: number;
  /** How long a fact waits for company, in milliseconds: facts for one workflow that come close together go in one Update. */
  linger: number;
  /** Aborts when the relay stops, so that nothing rests any longer. */
  signal: AbortSignal;
  onFailure?(workflowId: string, failures: number, error: unknown): void;
}

/**
 * Delivers commands to workflows: in order per workflow, side by side over workflows, each until it is acknowledged.
 * Rows are deleted after the acknowledgement, so a crash repeats a delivery; workflows drop what they have seen.
 *
 * A delivery that fails rests for a while in its slot. So one bad command delays nobody else, and a dead Temporal fills the
 * slots and is asked again gently.
 */
export class CommandChannel implements RelayChannel {
  readonly name = 'outbox_command';
  private readonly slots = new Map<string, Promise<void>>();
  private readonly acknowledged = new Map<string, string[]>();
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly sink: CommandSink,
    private readonly options: CommandChannelOptions,
  ) {}

  async pump(wake: () => void): Promise<boolean> {
    await this.forgetAcknowledged();
    const room = this.options.concurrency - this.slots.size;
    if (room < this.options.concurrency / 4) return false;
    const waiting = await this.next(room);
    for (const { delivery, rows } of waiting) this.slots.set(delivery.workflowId, this.send(delivery, rows, wake));
    return false;
  }

  /** What is not acknowledged within the patience is delivered again by the next relay. */
  async settle(): Promise<void> {
    await Promise.race([Promise.all(this.slots.values()), pause(settlePatience, undefined, { ref: false })]);
    await this.forgetAcknowledged().catch(() => undefined);
  }

  private async send(delivery: Delivery, rows: string[], wake: () => void): Promise<void> {
    const { workflowId } = delivery;
    try {
      await this.sink.deliver(delivery);
      this.acknowledged.set(workflowId, rows);
      this.failures.delete(workflowId);
    } catch (error) {
      const failures = (this.failures.get(workflowId) ?? 0) + 1;
      this.failures.set(workflowId, failures);
      this.options.onFailure?.(workflowId, failures, error);
      await this.rest(Math.min(250 * 2 ** failures, 10_000));
      this.slots.delete(workflowId);
    }
    wake();
  }

  private rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      const { signal } = this.options;
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  /** Deletes and counts what was acknowledged. A workflow keeps its slot until its rows are gone: nothing is sent twice. */
  private async forgetAcknowledged(): Promise<void> {
    if (this.acknowledged.size === 0) return;
    const gone = new Map(this.acknowledged);
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM outbox_command WHERE id = ANY ($1) RETURNING id)
       UPDATE outbox_sent SET sent = sent + (SELECT count(*) FROM gone) WHERE channel = 'command'`,
      [[...gone.values()].flat()],
    );
    for (const workflowId of gone.keys()) {
      this.acknowledged.delete(workflowId);
      this.slots.delete(workflowId);
    }
  }

  private async next(room: number): Promise<{ delivery: Delivery; rows: string[] }[]> {
    const rows = await this.dataSource.query<CommandRow[]>(
      `SELECT id, command_id, workflow_id, workflow_type, input, facts FROM outbox_command
        WHERE workflow_id <> ALL ($1)
          AND (input IS NOT NULL OR created_at < clock_timestamp() - $2 * interval '1 millisecond')
        ORDER BY id LIMIT $3`,
      [[...this.slots.keys()], this.options.linger, room * 3],
    );
    const byWorkflow = new Map<string, CommandRow[]>();
    for (const row of rows) byWorkflow.set(row.workflow_id, [...(byWorkflow.get(row.workflow_id) ?? []), row]);
    return [...byWorkflow.values()]
      .slice(0, room)
      .map((own) => ({ delivery: deliveryOf(own), rows: own.map(({ id }) => id) }));
  }
}

function deliveryOf(rows: CommandRow[]): Delivery {
  const first = rows[0]!;
  const last = rows.at(-1)!;
  const input = rows.find((row) => row.input)?.input;
  return {
    workflowId: first.workflow_id,
    workflowType: first.workflow_type,
    ...(input ? { input } : {}),
    facts: rows.flatMap((row) => row.facts ?? []),
    commandId: last.command_id,
  };
}
