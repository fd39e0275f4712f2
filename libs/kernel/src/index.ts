export { areaAt, covers, isAreaCode, levelOf, type AreaLevel } from './area-code';
export { systemClock, type Clock } from './clock';
export { InvalidInput, isRefusal, KeyReused, NotAllowed, NotFound, Refusal, StaleVersion } from './refusal';
export { isUuid } from './uuid';
