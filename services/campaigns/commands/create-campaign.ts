import type { Cause } from '#shared/messaging/outbox.ts';
import { type Campaign, type Channel, campaignDates } from '../domain/campaign.ts';
import { opened } from '../events-out.ts';
import type { CampaignStore } from '../store.ts';

export type CreateCampaign = Omit<Campaign, 'version' | 'createdAt'> & {
  readonly channels: readonly Channel[];
  readonly requestKey: string;
};

/** Opens a campaign with its channels; on a repeat of the request, the campaign opened first. */
export async function createCampaign(
  store: CampaignStore,
  { channels, requestKey, ...command }: CreateCampaign,
  cause: Cause,
): Promise<{ readonly campaignId: string } | 'closes-before-it-opens' | 'conflict'> {
  if (campaignDates(command.opensOn, command.closesOn) !== 'ok') return 'closes-before-it-opens';
  const campaign: Campaign = { ...command, version: 1, createdAt: cause.at };
  const request = { actor: cause.actor, route: 'create-campaign', key: requestKey, at: cause.at };
  const saved = await store.saveNew(campaign, channels, opened(campaign, channels, cause), request);
  if (saved === 'conflict') return saved;
  if (saved === 'saved') return { campaignId: campaign.campaignId };
  return { campaignId: (await store.findEarlier(request)) ?? campaign.campaignId };
}
