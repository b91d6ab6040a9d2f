import { expect, it } from 'vitest';
import { list, type Platform } from './platform.ts';

/** What people meet before any of our code runs: the sign-in service and the distribution. */
export function doorstepSuite(platform: Platform): void {
  it('lets nobody change a sign-in name, or anything else the register knows, with an access token', () => {
    const clients = platform.all('AWS::Cognito::UserPoolClient');
    expect(clients.map(({ properties }) => properties.WriteAttributes)).toEqual([['locale']]);
  });

  it('keeps no failure of the API for the next caller', () => {
    for (const { properties } of platform.all('AWS::CloudFront::Distribution')) {
      const { CustomErrorResponses } = properties.DistributionConfig as { CustomErrorResponses: unknown };
      const kept = new Map(
        (list(CustomErrorResponses) as { ErrorCode: number; ErrorCachingMinTTL: number }[]).map((each) => [
          each.ErrorCode,
          each.ErrorCachingMinTTL,
        ]),
      );
      expect([500, 502, 503, 504].map((status) => kept.get(status))).toEqual([0, 0, 0, 0]);
    }
  });

  it('raises an alarm when the API answers with a failure, which its functions do not count as one', () => {
    const [alarm] = platform
      .all('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties.MetricName === '5xx');
    expect(alarm?.properties).toMatchObject({ Namespace: 'AWS/ApiGateway', Threshold: 1 });
  });

  it('raises an alarm when a publisher is late, long before its records are given up', () => {
    const late = platform
      .all('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties.MetricName === 'IteratorAge')
      .map(({ stack }) => stack);
    const streamed = platform.all('AWS::DynamoDB::Table').map(({ stack }) => stack);
    expect(new Set(late)).toEqual(new Set(streamed));
  });

  it('counts with two functions at most, because all their writes meet in one item', () => {
    const mappings = platform.all('AWS::Lambda::EventSourceMapping');
    const limitOf = (name: RegExp) => {
      const [mapping] = mappings.filter(({ address }) => name.test(address));
      return (mapping?.properties.ScalingConfig as { MaximumConcurrency?: number } | undefined)
        ?.MaximumConcurrency;
    };
    expect(limitOf(/OnAnyEvent/)).toBe(2);
    expect(limitOf(/OnTouchRecorded/)).toBe(2);
  });
}
