import { runServer } from '@jingzhun/subgraph/server';
import { createGateway } from './create-gateway';
import { readEnv } from './env';

const env = readEnv();

void runServer('gateway', env, (logger) => createGateway(env, logger));
