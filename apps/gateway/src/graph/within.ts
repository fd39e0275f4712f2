/**
 * Works until the time is up; then `work` is told to stop and the answer is what `late` makes, whether it stops or not. The timer is
 * ours alone, so that a slow machine ends a request and not the process.
 */
export async function within<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error,
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = late();
      reject(error);
      abort.abort(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(abort.signal), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
