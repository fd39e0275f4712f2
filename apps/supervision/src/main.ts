import { bootSubgraph } from '@jingzhun/subgraph';
import { AppModule } from './app.module';
import { readEnv } from './env';

const env = readEnv();

void bootSubgraph('supervision', AppModule.forRoot(env), env);
