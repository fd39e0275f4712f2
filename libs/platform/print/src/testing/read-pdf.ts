import { Worker } from 'node:worker_threads';

export interface ReadPdf {
  title: string;
  /** The text of each page, without white space: where lines are broken is no part of what a paper says. */
  pages: string[];
}

/** Read by Mozilla's PDF.js, which shares nothing with what wrote it. In a thread of its own: it is an ES module only. */
const reading = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { extractText, getDocumentProxy, getMeta } = require(workerData.library);
  (async () => {
    const pdf = await getDocumentProxy(new Uint8Array(workerData.content));
    const { text } = await extractText(pdf);
    const { info } = await getMeta(pdf);
    parentPort.postMessage({ title: info.Title, pages: text.map((page) => page.replace(/\\s/g, '')) });
  })();
`;

/** What a PDF says. Rejects when it cannot be read. */
export function readPdf(content: Buffer): Promise<ReadPdf> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(reading, {
      eval: true,
      workerData: { library: require.resolve('unpdf'), content },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reader of the PDF ended without an answer')));
  });
}
