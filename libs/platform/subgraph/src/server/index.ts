export { createServer } from './create-server';
export { runServer, type ServerSettings } from './run-server';
