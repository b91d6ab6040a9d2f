export type ChannelKind = 'website' | 'fanpage' | 'poster' | 'assembly' | 'zalo' | 'referral';

export type Channel = {
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly label: string;
  /** What the tracked link and its QR code carry; short, so that the QR code stays coarse enough for cheap cameras. */
  readonly code: string;
};

export type Campaign = {
  readonly campaignId: string;
  readonly name: string;
  readonly goal: string;
  readonly landingPath: string;
  /** First and last day, YYYY-MM-DD, as counted in Ho Chi Minh City. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly version: number;
  readonly createdAt: string;
};

export type CampaignStatus = 'planned' | 'open' | 'closed';

/** Days compare as text; both ends belong to the campaign. */
export const statusOn = (
  { opensOn, closesOn }: Pick<Campaign, 'opensOn' | 'closesOn'>,
  today: string,
): CampaignStatus => {
  if (today < opensOn) return 'planned';
  return today > closesOn ? 'closed' : 'open';
};

export const campaignDates = (opensOn: string, closesOn: string): 'ok' | 'closes-before-it-opens' =>
  closesOn < opensOn ? 'closes-before-it-opens' : 'ok';
