import type { Construct } from 'constructs';
import { DailySummaryWrittenV1 } from '../../events/reports/daily-summary-written.v1.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { ScheduledJob } from '../constructs/scheduled-job.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Figures counted from all events, and the reports written from them. */
export class ReportsStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'reports', props);
    const { bus, key, stage } = this.foundation;
    const { bucket } = new PrivateBucket(this, 'Reports', { stage, key, versioned: true });
    this.serve(
      reportRoutes,
      {
        impact: 'the director sees no figures, sets no targets and opens no reports; the hall TV shows none',
      },
      { table: ['GetItem', 'Query', 'PutItem'], index: true },
    ).useBucket(bucket, 'REPORT_BUCKET', 'daily/', ['GetObject'], key);
    this.publish(DailySummaryWrittenV1);
    const counter = this.function(
      'OnAnyEvent',
      'on-any-event.event',
      { impact: 'the figures of the reports stand still; they catch up when it is mended' },
      { table: ['PutItem', 'UpdateItem'] },
    );
    new EventSubscription(this, 'Figures', {
      bus,
      // The plain pattern form: the archive of the bus and this rule see the same events.
      pattern: { source: [{ prefix: 'hocvuso.' }] as unknown as string[] },
      target: counter,
      // Every event writes to the figures of its day: more at one time would only cancel each other's transactions.
      maxConcurrency: 2,
    });
    const summary = this.function(
      'DailySummary',
      'daily-summary.schedule',
      { impact: 'yesterday’s summary is missing from the director’s reports' },
      { table: ['GetItem', 'PutItem', 'UpdateItem'] },
    ).useBucket(bucket, 'REPORT_BUCKET', 'daily/', ['PutObject'], key);
    new ScheduledJob(this, 'DailySummarySchedule', {
      target: summary,
      at: { minute: '30', hour: '0' },
      description: 'Sums up the day that has just ended',
    });
  }
}
