export { composeSupergraph, type Composition } from './compose-supergraph';
export { findSubgraphs, type Subgraph } from './find-subgraphs';
export { main } from './main';
