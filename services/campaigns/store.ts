import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import type { Campaign, Channel } from './domain/campaign.ts';
import { type Counters, NONE } from './domain/counters.ts';
import { campaignKey, channelKey, linkKey } from './keys.ts';

export type CountedChannel = Channel & { readonly counters: Counters; readonly countedAt?: string };
export type CountedCampaign = { readonly campaign: Campaign; readonly channels: readonly CountedChannel[] };
export type Link = { readonly campaignId: string; readonly channelId: string };

/** Campaigns and their links; access patterns AP1 to AP3 of keys.ts. */
export class CampaignStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1, all in one query; consistent, since a new campaign or channel is answered with it. */
  async findCounted(campaignId: string): Promise<CountedCampaign | undefined> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': campaignKey(campaignId).pk },
        ConsistentRead: true,
      }),
    );
    const campaign = Items.find((item) => item.sk === 'META') as Campaign | undefined;
    if (!campaign) return undefined;
    const counters = new Map(
      Items.filter((item) => item.sk.startsWith('COUNTER#')).map((item) => [item.channelId as string, item]),
    );
    const channels = Items.filter((item) => item.sk.startsWith('CHANNEL#')).map((item) => {
      const counted = counters.get(item.channelId);
      return {
        ...(item as Channel),
        counters: { ...NONE, ...(counted as Counters | undefined) },
        ...(counted?.countedAt && { countedAt: counted.countedAt as string }),
      };
    });
    return { campaign, channels };
  }

  /** AP1, the campaign alone. */
  async findCampaign(campaignId: string): Promise<Campaign | undefined> {
    return (await findItem(this.#db, this.#table, campaignKey(campaignId))) as Campaign | undefined;
  }

  /** AP2, newest first. */
  async listCampaigns(): Promise<Campaign[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': 'CAMPAIGNS' },
        ScanIndexForward: false,
      }),
    );
    return Items as Campaign[];
  }

  /** AP3 */
  async findLink(code: string): Promise<Link | undefined> {
    return (await findItem(this.#db, this.#table, linkKey(code))) as Link | undefined;
  }

  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** Campaign, channels and links in one write; `'conflict'` when a link's code is in use already. */
  async saveNew(
    campaign: Campaign,
    channels: readonly Channel[],
    outbox: Outbox,
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'conflict'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, campaign.campaignId),
      putNew(this.#table, {
        ...campaignKey(campaign.campaignId),
        gsi1pk: 'CAMPAIGNS',
        gsi1sk: `${campaign.createdAt}#${campaign.campaignId}`,
        ...campaign,
        ...outbox,
      }),
      ...channels.flatMap((channel) => this.#channelItems(campaign.campaignId, channel)),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'conflict';
  }

  /** One more channel, if the campaign is still at the version that was read. */
  async saveChannel(
    campaign: Campaign,
    channel: Channel,
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'conflict'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, channel.channelId),
      {
        Update: {
          TableName: this.#table,
          Key: campaignKey(campaign.campaignId),
          UpdateExpression: 'SET version = :next',
          ConditionExpression: 'version = :was',
          ExpressionAttributeValues: { ':was': campaign.version, ':next': campaign.version + 1 },
        },
      },
      ...this.#channelItems(campaign.campaignId, channel),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'conflict';
  }

  #channelItems(campaignId: string, channel: Channel): TransactItem[] {
    return [
      putNew(this.#table, { ...channelKey(campaignId, channel.channelId), ...channel }),
      putNew(this.#table, { ...linkKey(channel.code), campaignId, channelId: channel.channelId }),
    ];
  }
}
