import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Day, Id, IdempotencyKey, Instant, Line } from '#shared/contract/values.ts';

const ChannelKind = z.enum(['website', 'fanpage', 'poster', 'assembly', 'zalo', 'referral']);

const Channel = z
  .object({
    channelId: Id,
    kind: ChannelKind,
    label: z.string(),
    /** Path of the tracked link on this site; its QR code carries `?via=qr`. */
    link: z.string(),
    touches: z.int(),
    scans: z.int(),
    visitors: z.int(),
    enrolments: z.int(),
  })
  .meta({ id: 'Channel' });

export const Campaign = z
  .object({
    campaignId: Id,
    name: z.string(),
    goal: z.string(),
    landingPath: z.string(),
    opensOn: Day,
    closesOn: Day,
    status: z.enum(['planned', 'open', 'closed']),
    version: z.int(),
    touches: z.int(),
    visitors: z.int(),
    enrolments: z.int(),
    channels: z.array(Channel),
    /** When a counter last moved. */
    countedAt: Instant.optional(),
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof Campaign>;

const staff = ['youth-union', 'director', 'training-head', 'content-staff'] as const;

export const campaignRoutes = {
  createCampaign: route({
    method: 'POST',
    path: '/v1/campaigns',
    roles: ['youth-union'],
    summary: 'Open a campaign with its channels; every channel gets a tracked link',
    headers: IdempotencyKey,
    body: z.strictObject({
      name: Line(120),
      goal: Line(300),
      /** Where the links lead, a path of this site: two slashes at the beginning would name another host. */
      landingPath: z
        .string()
        .regex(/^\/([a-z0-9-][a-z0-9/-]*)?$/)
        .max(120),
      opensOn: Day,
      closesOn: Day,
      channels: z
        .array(z.strictObject({ kind: ChannelKind, label: Line(60) }))
        .min(1)
        .max(20),
    }),
    answers: { 201: Campaign },
    refusals: ['closes-before-it-opens'],
  }),
  addChannel: route({
    method: 'POST',
    path: '/v1/campaigns/{campaignId}/channels',
    roles: ['youth-union'],
    summary: 'Add a channel, with a tracked link of its own',
    params: z.object({ campaignId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({ kind: ChannelKind, label: Line(60) }),
    answers: { 201: Campaign },
    refusals: ['not-found', 'campaign-closed', 'conflict'],
  }),
  listCampaigns: route({
    method: 'GET',
    path: '/v1/campaigns',
    roles: staff,
    summary: 'All campaigns, newest first, with their counters',
    answers: { 200: z.object({ campaigns: z.array(Campaign) }) },
  }),
  getCampaign: route({
    method: 'GET',
    path: '/v1/campaigns/{campaignId}',
    roles: staff,
    summary: 'One campaign with the counters of each channel',
    params: z.object({ campaignId: Id }),
    answers: { 200: Campaign },
    refusals: ['not-found'],
  }),
  followLink: route({
    method: 'GET',
    path: '/t/{code}',
    roles: 'public',
    summary: 'A tracked link: records the touch and leads on to the campaign’s page',
    params: z.object({ code: z.string().regex(/^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4,16}$/) }),
    query: z.object({ via: z.enum(['qr']).optional() }),
    answers: { 302: z.undefined() },
    refusals: ['not-found'],
  }),
};
