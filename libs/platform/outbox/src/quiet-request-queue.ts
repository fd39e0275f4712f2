import { createRequire } from 'node:module';

/** As much as is needed of a class inside kafkajs 2.2.4. */
interface RequestQueue {
  pending: unknown[];
  scheduleCheckPendingRequests(): void;
}

let quiet = false;

/**
 * Cures kafkajs of looking a thousand times a second, on every connection and for ever, whether a request waits that a
 * throttling broker held back (https://github.com/tulios/kafkajs/pull/1667): it looks only while one waits.
 */
export function quietRequestQueue(): void {
  if (quiet) return;
  quiet = true;
  const { prototype } = createRequire(__filename)('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const schedule = Reflect.get(prototype, 'scheduleCheckPendingRequests');
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0) schedule.call(this);
  };
}
