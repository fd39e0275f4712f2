export { temporaryFolder } from './temporary-folder';
export { testJpeg, testJpegSize, testPdf, testPng, type WrittenExif } from './test-pictures';
export { temporarySdl } from './temporary-sdl';
export {
  testSubgraph,
  type GraphAnswer,
  type HttpAnswer,
  type TestSubgraph,
  type TestSubgraphKeys,
} from './test-subgraph';
