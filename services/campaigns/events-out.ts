import { CampaignOpenedV1 } from '#events/campaigns/campaign-opened.v1.ts';
import { EnrolmentAttributedV1 } from '#events/campaigns/enrolment-attributed.v1.ts';
import { TouchRecordedV1 } from '#events/campaigns/touch-recorded.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { Campaign, Channel } from './domain/campaign.ts';
import type { Touch } from './domain/touch.ts';
import type { Credit } from './touch-store.ts';

const first = (type: string, id: string) => ({ eventId: `${id}-1`, aggregate: { type, id, version: 1 } });

export const opened = (campaign: Campaign, channels: readonly Channel[], cause: Cause): Outbox => {
  const { campaignId, opensOn, closesOn } = campaign;
  const data = { campaignId, opensOn, closesOn, channels: channels.map((channel) => channel.kind) };
  return outboxWith(outboxEntry(CampaignOpenedV1, data, cause, first('campaign', campaignId)));
};

export const touched = ({ at: _at, ...touch }: Touch, firstOfVisitor: boolean, cause: Cause): Outbox =>
  outboxWith(
    outboxEntry(TouchRecordedV1, { ...touch, firstOfVisitor }, cause, first('touch', touch.touchId)),
  );

/** Named after the enrolment, which has at most one credit. */
export const attributed = ({ at: _at, ...credit }: Credit, cause: Cause): Outbox =>
  outboxWith(
    outboxEntry(EnrolmentAttributedV1, credit, cause, {
      eventId: `${credit.enrolmentId}-attributed`,
      aggregate: { type: 'attribution', id: credit.enrolmentId, version: 1 },
    }),
  );
