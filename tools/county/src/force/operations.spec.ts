import { join } from 'node:path';
import { composeSupergraph, findSubgraphs } from '@jingzhun/supergraph';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { deadlineFiguresOperations } from '../campaign/deadline-figures';
import { figuresOperations } from '../campaign/figures';
import { objectionFiguresOperations } from '../campaign/objection-figures';
import { sessionOperations } from '../gateway/session';
import { administratorOperations } from './administrator';
import { entryClerkOperations } from './entry-clerk';
import { fieldWorkerOperations } from './field-worker';
import { groupSecretaryOperations } from './group-secretary';
import { meetingOperations } from './meeting';
import { objectionOperations } from './objectors';
import { sittingOperations } from './open-sitting';
import { townshipOfficerOperations } from './township-officer';
import { villageSecretaryOperations } from './village-secretary';

const operations = Object.entries({
  session: sessionOperations,
  administrator: administratorOperations,
  fieldWorker: fieldWorkerOperations,
  sitting: sittingOperations,
  meeting: meetingOperations,
  groupSecretary: groupSecretaryOperations,
  villageSecretary: villageSecretaryOperations,
  townshipOfficer: townshipOfficerOperations,
  entryClerk: entryClerkOperations,
  objectors: objectionOperations,
  objectionFigures: objectionFiguresOperations,
  figures: figuresOperations,
  deadlineFigures: deadlineFiguresOperations,
}).flatMap(([who, asked]) => Object.entries(asked).map(([what, text]) => [who, what, text] as const));

describe('the simulated people', () => {
  let graph: GraphQLSchema;

  beforeAll(async () => {
    const composition = composeSupergraph(await findSubgraphs(join(__dirname, '../../../..')));
    if (!composition.ok) throw new Error(composition.problems.join('\n'));
    graph = buildSchema(composition.supergraph, { assumeValidSDL: true });
  });

  it.each(operations)('ask only what the graph offers: %s, %s', (_who, _what, text) => {
    expect(validate(graph, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});
