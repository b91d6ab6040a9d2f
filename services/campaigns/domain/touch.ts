import { dayOf } from '../../../shared/time/local-time.ts';
import { type Campaign, statusOn } from './campaign.ts';

export type Touch = {
  readonly touchId: string;
  readonly campaignId: string;
  readonly channelId: string;
  readonly via: 'link' | 'qr';
  /** Pseudonym of the device within this campaign. */
  readonly visitorKey: string;
  readonly at: string;
};

/** Programs that open a link to draw its preview, or to look at it for a search engine: nobody has read anything yet. */
const PREVIEW =
  /bot\b|crawler|spider|facebookexternalhit|zalo.*preview|zalobot|whatsapp|telegrambot|skypeuripreview|slurp/i;

/** Whether following the link counts: in the campaign's days, and by a person. */
export const acceptsTouch = (
  campaign: Pick<Campaign, 'opensOn' | 'closesOn'>,
  visit: { readonly at: string; readonly userAgent: string },
): boolean => statusOn(campaign, dayOf(visit.at)) === 'open' && !PREVIEW.test(visit.userAgent);

/** Two openings of one link by one device in the same minute are one touch: a double tap, or a page tried again. */
export const touchWindow = (at: string): string => at.slice(0, 16);

/** Days after a touch in which an enrolment is credited to it. The centre may change it; no rule prescribes it. */
const CREDIT_DAYS = 30;

/** An enrolment is credited to the touch it names when the touch came before it, by at most 30 days. */
export const creditsEnrolment = (touch: Pick<Touch, 'at'>, enrolledAt: string): boolean => {
  const age = Date.parse(enrolledAt) - Date.parse(touch.at);
  return age >= 0 && age <= CREDIT_DAYS * 24 * 60 * 60 * 1000;
};
