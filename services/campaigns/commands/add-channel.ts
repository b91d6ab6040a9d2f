import type { Cause } from '#shared/messaging/outbox.ts';
import { dayOf } from '#shared/time/local-time.ts';
import { type Channel, statusOn } from '../domain/campaign.ts';
import type { CampaignStore } from '../store.ts';

/** Adds a channel to a campaign that has not ended; a repeat of the request adds none. */
export async function addChannel(
  store: CampaignStore,
  command: { readonly campaignId: string; readonly channel: Channel; readonly requestKey: string },
  cause: Cause,
): Promise<'added' | 'not-found' | 'campaign-closed' | 'conflict'> {
  const campaign = await store.findCampaign(command.campaignId);
  if (!campaign) return 'not-found';
  if (statusOn(campaign, dayOf(cause.at)) === 'closed') return 'campaign-closed';
  const request = {
    actor: cause.actor,
    route: `add-channel/${command.campaignId}`,
    key: command.requestKey,
    at: cause.at,
  };
  const saved = await store.saveChannel(campaign, command.channel, request);
  return saved === 'conflict' ? saved : 'added';
}
