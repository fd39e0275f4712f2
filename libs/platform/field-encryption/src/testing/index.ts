export { testKey } from './test-key';
