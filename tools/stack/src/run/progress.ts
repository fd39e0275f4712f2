/** Tells what a step is at, or how it went, in a few words. */
export type Say = (text: string) => void;

/** How the steps of a start are shown. */
export interface Progress {
  step<T>(title: string, work: (say: Say) => Promise<T>): Promise<T>;
}

/** A line whenever a step says something, and one when it is done. */
export function lineProgress(write: (line: string) => void): Progress {
  return {
    async step(title, work) {
      const began = Date.now();
      const result = await work((text) => write(`${title}: ${text}`));
      write(`${title}: ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
      return result;
    },
  };
}

/** For those who watch nothing. */
export const noProgress: Progress = { step: (_title, work) => work(() => undefined) };
