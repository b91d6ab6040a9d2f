/**
 * Campaigns, touches and counters. Access patterns:
 * AP1 campaign with channels and counters   CAMPAIGN#c / META, CHANNEL#…, COUNTER#…
 * AP2 all campaigns                         gsi1: CAMPAIGNS / createdAt#c
 * AP3 where a tracked link leads            LINK#code / META
 * AP4 a touch of a device in a minute       TOUCH#channel / visitor#minute
 * AP5 touch by id                           gsi1: TOUCH#t / META
 * AP6 whether a device is new               VISITOR#c / visitor
 * AP7 credit of an enrolment                CREDIT#e / META
 * AP8 events taken in                       CONSUMED#consumer / eventId
 */
export const campaignKey = (campaignId: string) => ({ pk: `CAMPAIGN#${campaignId}`, sk: 'META' });
export const channelKey = (campaignId: string, channelId: string) => ({
  pk: `CAMPAIGN#${campaignId}`,
  sk: `CHANNEL#${channelId}`,
});
export const counterKey = (campaignId: string, channelId: string) => ({
  pk: `CAMPAIGN#${campaignId}`,
  sk: `COUNTER#${channelId}`,
});
export const linkKey = (code: string) => ({ pk: `LINK#${code}`, sk: 'META' });
export const touchKey = (channelId: string, visitorKey: string, window: string) => ({
  pk: `TOUCH#${channelId}`,
  sk: `${visitorKey}#${window}`,
});
export const visitorKeyOf = (campaignId: string, visitorKey: string) => ({
  pk: `VISITOR#${campaignId}`,
  sk: visitorKey,
});
export const creditKey = (enrolmentId: string) => ({ pk: `CREDIT#${enrolmentId}`, sk: 'META' });
export const consumedKey = (consumer: string, eventId: string) => ({
  pk: `CONSUMED#${consumer}`,
  sk: eventId,
});
