export { EnvironmentError, readEnvironment } from './read-environment';
export { brokerList, databaseUrl, processSettings, signingKey, versionedKeys } from './settings';
