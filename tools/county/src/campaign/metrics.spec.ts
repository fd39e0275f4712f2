import { parseMetrics } from './metrics';

describe('reading a metrics page', () => {
  it('finds names, labels and values and passes over the comments', () => {
    const page = [
      '# HELP outbox_pending Rows waiting in the outbox',
      '# TYPE outbox_pending gauge',
      'outbox_pending{channel="event"} 3',
      'inbox_consumed_total{consumer="supervision",topic="identification"} 1.5e+3',
      'process_cpu_seconds_total 12.5',
      '',
    ].join('\n');
    expect(parseMetrics(page)).toEqual([
      { name: 'outbox_pending', labels: { channel: 'event' }, value: 3 },
      { name: 'inbox_consumed_total', labels: { consumer: 'supervision', topic: 'identification' }, value: 1500 },
      { name: 'process_cpu_seconds_total', labels: {}, value: 12.5 },
    ]);
  });
});
