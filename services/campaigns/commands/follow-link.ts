import type { Cause } from '#shared/messaging/outbox.ts';
import { acceptsTouch, type Touch } from '../domain/touch.ts';
import { touched } from '../events-out.ts';
import type { CampaignStore } from '../store.ts';
import type { TouchStore } from '../touch-store.ts';

export type Visit = {
  readonly code: string;
  readonly via: 'link' | 'qr';
  readonly userAgent: string;
  readonly touchId: string;
  /** The device's pseudonym within a campaign. */
  readonly visitorKeyFor: (campaignId: string) => string;
};

/** Where the link leads, and the touch it recorded: none outside the campaign's days or for a preview program. */
export async function followLink(
  stores: { readonly campaigns: CampaignStore; readonly touches: TouchStore },
  visit: Visit,
  cause: Cause,
): Promise<{ readonly landingPath: string; readonly touchId?: string } | 'not-found'> {
  const link = await stores.campaigns.findLink(visit.code);
  const campaign = link && (await stores.campaigns.findCampaign(link.campaignId));
  if (!campaign) return 'not-found';
  const { landingPath } = campaign;
  if (!acceptsTouch(campaign, { at: cause.at, userAgent: visit.userAgent })) return { landingPath };
  const touch: Touch = {
    touchId: visit.touchId,
    campaignId: link.campaignId,
    channelId: link.channelId,
    via: visit.via,
    visitorKey: visit.visitorKeyFor(link.campaignId),
    at: cause.at,
  };
  return { landingPath, touchId: await recordTouch(stores.touches, touch, cause) };
}

/** The id of the touch that stands for this visit: a new one, or the one of the same minute. */
async function recordTouch(store: TouchStore, touch: Touch, cause: Cause): Promise<string> {
  for (const newVisitor of [true, false]) {
    const saved = await store.saveTouch(touch, touched(touch, newVisitor, cause), newVisitor);
    if (saved === 'saved') return touch.touchId;
    if (saved === 'repeated') break;
  }
  const recent = await store.findRecent(touch.channelId, touch.visitorKey, touch.at);
  return recent?.touchId ?? touch.touchId;
}
