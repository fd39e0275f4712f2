export { readAccessRules, type AccessRules } from './access-rules';
export { loadSdl } from './load-sdl';
