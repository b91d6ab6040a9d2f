import { describe, expect, it } from 'vitest';
import { list, type Platform } from './platform.ts';

/** How functions, tables and buckets are set up. */
export function resourcesSuite(platform: Platform): void {
  describe.each(platform.functions())('$address', (lambda) => {
    const { properties } = lambda;

    it('runs on Node 24, traced', () => {
      expect(properties.Runtime).toBe('nodejs24.x');
      expect(properties.TracingConfig).toEqual({ Mode: 'Active' });
    });

    it('writes into a log group that forgets', () => {
      const { LogGroup } = properties.LoggingConfig as { LogGroup: unknown };
      const group = platform.follow(lambda, LogGroup);
      expect(group?.type).toBe('AWS::Logs::LogGroup');
      expect(group?.properties.RetentionInDays).toBeGreaterThan(0);
    });

    it('has an alarm on its errors that says whom it hurts', () => {
      const alarm = platform.all('AWS::CloudWatch::Alarm').find((each) => {
        const [dimension] = list(each.properties.Dimensions) as { Value: unknown }[];
        return each.properties.MetricName === 'Errors' && platform.follow(each, dimension?.Value) === lambda;
      });
      expect(alarm?.properties.AlarmDescription).toMatch(/Impact: \S+/);
    });
  });

  describe.each(platform.all('AWS::DynamoDB::Table'))('$address', ({ properties, deletionPolicy }) => {
    it('can be brought back to any second, and outlives its stack', () => {
      expect(properties.PointInTimeRecoverySpecification).toMatchObject({ PointInTimeRecoveryEnabled: true });
      expect(properties.DeletionProtectionEnabled).toBe(true);
      expect(deletionPolicy).toBe('Retain');
    });

    it('forgets by expiresAt and tells of both images', () => {
      expect(properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
      expect(properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    });
  });

  describe.each(platform.all('AWS::S3::Bucket'))('$address', ({ properties, deletionPolicy }) => {
    it('is closed to the public, encrypted, and outlives its stack', () => {
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties.BucketEncryption).toBeDefined();
      expect(deletionPolicy).toBe('Retain');
    });
  });
}
