export { madeUpHouseholds, type EntryHousehold } from './entry-rows';
export {
  attackFile,
  attackNames,
  changedFile,
  hostileFiles,
  type HostileFile,
  type HostileWish,
} from './hostile-files';
export {
  compareProblems,
  malformedFiles,
  type ExpectedProblem,
  type MalformedFile,
  type MalformedWish,
} from './malformed-files';
export { personFile, personSheet } from './person-files';
