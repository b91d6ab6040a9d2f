import type { Construct } from 'constructs';
import { CampaignOpenedV1 } from '../../events/campaigns/campaign-opened.v1.ts';
import { EnrolmentAttributedV1 } from '../../events/campaigns/enrolment-attributed.v1.ts';
import { TouchRecordedV1 } from '../../events/campaigns/touch-recorded.v1.ts';
import { EnrolmentConfirmedV1 } from '../../events/enrollment/enrolment-confirmed.v1.ts';
import { campaignRoutes } from '../../services/campaigns/contract.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Campaigns, their tracked links, and who came by them. */
export class CampaignsStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'campaigns', props);
    this.serve(
      campaignRoutes,
      { impact: 'posters and links of all campaigns lead nowhere' },
      { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], index: true },
    );
    this.publish(CampaignOpenedV1, TouchRecordedV1, EnrolmentAttributedV1);
    this.on(
      TouchRecordedV1,
      { impact: 'campaign counters stand still' },
      { table: ['PutItem', 'UpdateItem'] },
      // A poster that everybody scans is one counter: more at one time would only cancel each other's transactions.
      { maxConcurrency: 2 },
    );
    this.on(
      EnrolmentConfirmedV1,
      { impact: 'enrolments are not credited to the campaign that brought them' },
      { table: ['PutItem', 'UpdateItem'], index: true },
    );
  }
}
