export { temporaryFolder } from './temporary-folder';
export { temporarySdl } from './temporary-sdl';
export {
  testSubgraph,
  type GraphAnswer,
  type HttpAnswer,
  type TestSubgraph,
  type TestSubgraphKeys,
} from './test-subgraph';
