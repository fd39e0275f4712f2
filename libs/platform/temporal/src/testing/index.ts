export { bundleWorkflows } from '../bundle-workflows';
export { historyFromJson, historyToJson } from './stored-history';
export { replay, testCases, testServer, type TestCases } from './test-cases';
