import { createHash } from 'node:crypto';

/** First-party cookie with a random device number; it is sent to tracked links only and says nothing about anybody. */
const COOKIE = 'hvs_device';
const KEPT_FOR_SECONDS = 180 * 24 * 60 * 60;

/** The device number in a request's cookies. */
export const deviceIn = (cookies: readonly string[] | undefined): string | undefined =>
  cookies
    ?.map((cookie) => new RegExp(`^${COOKIE}=([0-9A-HJKMNP-TV-Z]{26})$`).exec(cookie)?.[1])
    .find(Boolean);

export const deviceCookie = (device: string): string =>
  `${COOKIE}=${device}; Path=/t; Max-Age=${KEPT_FOR_SECONDS}; HttpOnly; Secure; SameSite=Lax`;

/** Another pseudonym for every campaign, so that campaigns cannot be joined to follow a person. */
export const visitorKey = (device: string, campaignId: string): string =>
  createHash('sha256').update(`${campaignId}/${device}`).digest('hex').slice(0, 24);
