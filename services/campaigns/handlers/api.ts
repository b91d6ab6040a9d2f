import { ulid } from 'ulid';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { dayOf } from '#shared/time/local-time.ts';
import { addChannel } from '../commands/add-channel.ts';
import { createCampaign } from '../commands/create-campaign.ts';
import { followLink, type Visit } from '../commands/follow-link.ts';
import { campaignRoutes } from '../contract.ts';
import { campaignProblems } from '../problems.ts';
import { campaignList, campaignPage } from '../queries/campaign-pages.ts';
import { CampaignStore } from '../store.ts';
import { TouchStore } from '../touch-store.ts';
import { deviceCookie, deviceIn, visitorKey } from '../visitor.ts';

const db = connect();
const campaigns = new CampaignStore(db, tableName());
const touches = new TouchStore(db, tableName());

/** Eight random characters of a ULID: a trillion codes, and a used one is refused by the store. */
const newCode = (): string => ulid().slice(-8);

async function show(campaignId: string, at: string) {
  return (await campaignPage(campaigns, campaignId, dayOf(at))) ?? refuse('not-found');
}

async function create({ body, headers, cause }: Call<typeof campaignRoutes.createCampaign>) {
  const made = await retryOnConflict(() => {
    const channels = body.channels.map((channel) => ({ ...channel, channelId: ulid(), code: newCode() }));
    const command = { ...body, channels, campaignId: ulid(), requestKey: headers['idempotency-key'] };
    return createCampaign(campaigns, command, cause);
  });
  if (!made) return refuse('conflict');
  if (made === 'closes-before-it-opens') return refuse(made, '/body/closesOn');
  const campaign = await show(made.campaignId, cause.at);
  return 'refusal' in campaign ? campaign : ({ status: 201, body: campaign } as const);
}

async function add({ params, body, headers, cause }: Call<typeof campaignRoutes.addChannel>) {
  const { campaignId } = params;
  const outcome = await retryOnConflict(() => {
    const channel = { ...body, channelId: ulid(), code: newCode() };
    return addChannel(campaigns, { campaignId, channel, requestKey: headers['idempotency-key'] }, cause);
  });
  if (!outcome) return refuse('conflict');
  if (outcome !== 'added') return refuse(outcome);
  const campaign = await show(campaignId, cause.at);
  return 'refusal' in campaign ? campaign : ({ status: 201, body: campaign } as const);
}

async function follow({ params, query, event, cause }: Call<typeof campaignRoutes.followLink>) {
  const device = deviceIn(event.cookies) ?? ulid();
  const visit: Visit = {
    code: params.code.toUpperCase(),
    via: query.via ?? 'link',
    userAgent: event.requestContext.http.userAgent,
    touchId: ulid(),
    visitorKeyFor: (campaignId: string) => visitorKey(device, campaignId),
  };
  const led = await followLink({ campaigns, touches }, visit, cause);
  if (led === 'not-found') return refuse(led);
  const location = led.touchId ? `${led.landingPath}?touch=${led.touchId}` : led.landingPath;
  return { status: 302, body: undefined, headers: { location, 'set-cookie': deviceCookie(device) } } as const;
}

export const handler = serviceApi(campaignRoutes, campaignProblems, {
  createCampaign: create,
  addChannel: add,
  listCampaigns: async ({ at }) => ({
    status: 200,
    body: { campaigns: await campaignList(campaigns, dayOf(at)) },
  }),
  getCampaign: async ({ params, at }) => {
    const campaign = await show(params.campaignId, at);
    return 'refusal' in campaign ? campaign : { status: 200, body: campaign };
  },
  followLink: follow,
});
