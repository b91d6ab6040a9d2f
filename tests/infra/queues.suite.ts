import { describe, expect, it } from 'vitest';
import { consumersOf } from '../../docs/generate/consumers.ts';
import { catalogue } from '../../events/index.ts';
import { encodersWithin } from '../../infra/encoders.ts';
import { stageNamed } from '../../infra/stages.ts';
import { WORK_DELIVERIES } from '../../services/media/domain/work.ts';
import { list, type Platform, type Resource } from './platform.ts';

const deadLetterQueueOf = (platform: Platform, queue: Resource): Resource | undefined => {
  const redrive = queue.properties.RedrivePolicy as { deadLetterTargetArn?: unknown } | undefined;
  return platform.follow(queue, redrive?.deadLetterTargetArn);
};

const isAlarmed = (platform: Platform, queue: Resource): boolean =>
  platform.all('AWS::CloudWatch::Alarm').some((alarm) => {
    const [dimension] = list(alarm.properties.Dimensions) as { Value: unknown }[];
    const { MetricName, Threshold } = alarm.properties;
    return (
      MetricName === 'ApproximateNumberOfMessagesVisible' &&
      Threshold === 1 &&
      platform.follow(alarm, dimension?.Value) === queue
    );
  });

/** Services whose functions are behind the rules that match this event on the platform's bus. */
const deployedConsumers = (platform: Platform, source: string, detailType: string): string[] => {
  const matches = ({ properties }: Resource): boolean => {
    const pattern = properties.EventPattern as { source: unknown[]; 'detail-type'?: unknown[] };
    const bySource = pattern.source.some((one) =>
      typeof one === 'string' ? one === source : source.startsWith((one as { prefix: string }).prefix),
    );
    return bySource && (pattern['detail-type']?.includes(detailType) ?? true);
  };
  const rules = platform
    .all('AWS::Events::Rule')
    .filter((rule) => platform.follow(rule, rule.properties.EventBusName)?.type === 'AWS::Events::EventBus');
  const queues = rules
    .filter(matches)
    .flatMap((rule) =>
      (list(rule.properties.Targets) as { Arn: unknown }[]).map(({ Arn }) => platform.follow(rule, Arn)),
    );
  const mappings = platform
    .all('AWS::Lambda::EventSourceMapping')
    .filter((mapping) => queues.includes(platform.follow(mapping, mapping.properties.EventSourceArn)));
  const services = mappings.map((mapping) =>
    platform.serviceOf(platform.follow(mapping, mapping.properties.FunctionName)),
  );
  return [...new Set(services)].sort();
};

/** What waits, what fails, and who hears of it. */
export function queuesSuite(platform: Platform): void {
  const mappings = platform.all('AWS::Lambda::EventSourceMapping').map((mapping) => ({
    name: mapping.address,
    mapping,
    source: platform.follow(mapping, mapping.properties.EventSourceArn)!,
    lambda: platform.follow(mapping, mapping.properties.FunctionName)!,
  }));
  const queued = mappings.filter(({ source }) => source.type === 'AWS::SQS::Queue');

  it('feeds functions from queues and table streams only', () => {
    expect(new Set(mappings.map(({ source }) => source.type))).toEqual(
      new Set(['AWS::SQS::Queue', 'AWS::DynamoDB::Table']),
    );
  });

  describe.each(queued)('$name', ({ mapping, source, lambda }) => {
    it('has a dead-letter queue with an alarm', () => {
      const dead = deadLetterQueueOf(platform, source);
      expect(dead).toBeDefined();
      expect(isAlarmed(platform, dead!)).toBe(true);
    });

    it('hides a message six times as long as the function may run', () => {
      expect(source.properties.VisibilityTimeout).toBe(6 * Number(lambda.properties.Timeout));
    });

    it('lets single messages fail', () => {
      expect(mapping.properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    });
  });

  it('has encoders enough for an hour of film in minutes, where the account has room for them', () => {
    const [work] = queued.filter(({ lambda }) => /TranscodePart/.test(lambda.address));
    expect(work?.mapping.properties.ScalingConfig).toEqual({
      MaximumConcurrency: stageNamed('prod').encoders,
    });
    expect([10, 100, 200, 1000].map(encodersWithin)).toEqual([2, 25, 50, 50]);
  });

  it('delivers work often enough that one for which no function was free is not given up', () => {
    const works = queued.filter(({ name }) => /TranscodePart|MakePages/.test(name));
    expect(works).toHaveLength(2);
    for (const { source } of works)
      expect(source.properties.RedrivePolicy).toMatchObject({ maxReceiveCount: WORK_DELIVERIES });
    expect(WORK_DELIVERIES).toBeGreaterThanOrEqual(5);
  });

  describe.each(mappings.filter(({ source }) => source.type === 'AWS::DynamoDB::Table'))(
    '$name',
    (stream) => {
      it('takes changes with an outbox only, and keeps account of those it gives up', () => {
        const { FilterCriteria, DestinationConfig, BisectBatchOnFunctionError } = stream.mapping.properties;
        expect(JSON.stringify(FilterCriteria)).toContain('outboxId');
        expect(BisectBatchOnFunctionError).toBe(true);
        const { OnFailure } = DestinationConfig as { OnFailure: { Destination: unknown } };
        const dead = platform.follow(stream.mapping, OnFailure.Destination);
        expect(dead && isAlarmed(platform, dead)).toBe(true);
      });
    },
  );

  it.each(platform.all('AWS::Events::Rule'))('$address reaches queues only', (rule) => {
    for (const { Arn } of list(rule.properties.Targets) as { Arn: unknown }[])
      expect(platform.follow(rule, Arn)?.type).toBe('AWS::SQS::Queue');
  });

  it.each([...catalogue])('$detailType reaches the services that its documentation names', (event) => {
    expect(deployedConsumers(platform, event.source, event.detailType)).toEqual(consumersOf(event));
  });
}
