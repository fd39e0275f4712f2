import { createLogger, requestContext } from './index';

function collect(): { lines: Record<string, unknown>[]; logger: ReturnType<typeof createLogger> } {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { lines, logger: createLogger({ service: 'spec', destination }) };
}

describe('the log', () => {
  it('carries the ids of the request, the account and the case', () => {
    const { lines, logger } = collect();
    requestContext.run({ requestId: 'r1', accountId: 'a1', caseId: 'c1' }, () => logger.info('recorded'));
    expect(lines[0]).toMatchObject({
      service: 'spec',
      requestId: 'r1',
      accountId: 'a1',
      caseId: 'c1',
      msg: 'recorded',
    });
  });

  it('drops personal data and secrets from a careless line', () => {
    const { lines, logger } = collect();
    logger.info({ member: { name: 'somebody', idNumber: '45', stage: 'visit' }, password: 'p' }, 'careless');
    expect(lines[0]).toMatchObject({ member: { stage: 'visit' } });
    expect(JSON.stringify(lines[0])).not.toMatch(/somebody|45|"p"/);
  });
});
