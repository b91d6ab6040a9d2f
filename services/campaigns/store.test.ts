import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { addChannel } from './commands/add-channel.ts';
import { createCampaign } from './commands/create-campaign.ts';
import { creditEnrolment } from './commands/credit-enrolment.ts';
import { followLink } from './commands/follow-link.ts';
import { campaignRoutes } from './contract.ts';
import { countTouch } from './domain/counters.ts';
import { campaignPage } from './queries/campaign-pages.ts';
import { CampaignStore } from './store.ts';
import { TouchStore } from './touch-store.ts';
import { deviceCookie, deviceIn, visitorKey } from './visitor.ts';

const at = '2026-11-23T02:00:00.000Z';
const cause = { actor: 'chi-doan', at, correlationId: 'test', causationId: 'test' };
const minute = (n: number) => new Date(Date.parse(at) + n * 60_000).toISOString();

let service: ServiceTable;
let campaigns: CampaignStore;
let touches: TouchStore;

beforeAll(async () => {
  service = await startServiceTable();
  campaigns = new CampaignStore(service.db, service.table);
  touches = new TouchStore(service.db, service.table);
});
afterAll(() => service.stop());

const newCampaign = async (requestKey = ulid()) => {
  const channels = (['poster', 'zalo'] as const).map((kind) => ({
    channelId: ulid(),
    kind,
    label: kind,
    code: ulid().slice(-8),
  }));
  const base = {
    name: '10/10',
    goal: 'Mỗi người một kỹ năng',
    landingPath: '/khoa-hoc',
    opensOn: '2026-10-01',
    closesOn: '2026-12-31',
  };
  const made = await createCampaign(campaigns, { ...base, campaignId: ulid(), channels, requestKey }, cause);
  if (typeof made === 'string') return expect.fail(made);
  return { campaignId: made.campaignId, channels };
};

const visit = (code: string, device: string, when = at, via: 'link' | 'qr' = 'link') =>
  followLink(
    { campaigns, touches },
    { code, via, userAgent: 'Chrome Mobile', touchId: ulid(), visitorKeyFor: (id) => visitorKey(device, id) },
    { ...cause, at: when },
  );

describe('following tracked links', () => {
  it('records one touch for a device and minute, and leads on with its id', async () => {
    const { channels } = await newCampaign();
    const device = ulid();
    const all = await Promise.all(Array.from({ length: 5 }, () => visit(channels[0]!.code, device)));
    const ids = new Set(all.map((one) => (one === 'not-found' ? one : one.touchId)));
    expect(ids.size).toBe(1);
    expect(await visit(channels[0]!.code, device, minute(1))).not.toMatchObject({ touchId: [...ids][0] });
    expect(await visit('ZZZZZZZZ', device)).toBe('not-found');
  });

  it('leads on without a touch when the campaign is over', async () => {
    const { channels } = await newCampaign();
    expect(await visit(channels[0]!.code, ulid(), '2027-02-01T00:00:00.000Z')).toEqual({
      landingPath: '/khoa-hoc',
    });
  });
});

describe('counters', () => {
  it('equal the distinct events, whatever comes twice and in whatever order', async () => {
    const event = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      via: fc.constantFrom('link', 'qr'),
      channel: fc.constantFrom(0, 1),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(event, { selector: (one) => one.id, minLength: 1 }),
        fc.integer({ min: 1, max: 3 }),
        async (events, times) => {
          const { campaignId, channels } = await newCampaign();
          const deliveries = Array.from({ length: times }, () => events).flat();
          await Promise.all(
            deliveries.map(({ id, via, channel }) =>
              touches.count(
                { consumer: 'touch-counter', eventId: `${campaignId}-${id}`, at },
                { campaignId, channelId: channels[channel]!.channelId },
                countTouch({ via: via as 'link' | 'qr', firstOfVisitor: true }),
              ),
            ),
          );
          const page = await campaignPage(campaigns, campaignId, '2026-11-23');
          expect(page).toMatchObject({ touches: events.length, visitors: events.length });
          expect(page?.channels.reduce((sum, one) => sum + one.scans, 0)).toBe(
            events.filter((one) => one.via === 'qr').length,
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('credits', () => {
  it('go once to the touch that an enrolment names, and to none that does not exist', async () => {
    const { campaignId, channels } = await newCampaign();
    const led = await visit(channels[1]!.code, ulid());
    if (led === 'not-found' || !led.touchId) return expect.fail('no touch');
    const enrolment = { enrolmentId: ulid(), touchId: led.touchId, at: minute(5) };
    const outcomes = await Promise.all([1, 2, 3].map(() => creditEnrolment(touches, enrolment, cause)));
    expect(outcomes.sort()).toEqual(['credited', 'repeated', 'repeated']);
    expect(
      await creditEnrolment(touches, { ...enrolment, enrolmentId: ulid(), touchId: ulid() }, cause),
    ).toBe('not-credited');
    expect(await campaignPage(campaigns, campaignId, '2026-11-23')).toMatchObject({ enrolments: 1 });
  });
});

describe('campaigns', () => {
  it('are made once per request key', async () => {
    const key = ulid();
    const [first, again] = [await newCampaign(key), await newCampaign(key)];
    expect(again.campaignId).toBe(first.campaignId);
    expect((await campaignPage(campaigns, first.campaignId, '2026-11-23'))?.channels).toHaveLength(2);
  });

  it('take another channel once per request key, and none when they are over', async () => {
    const { campaignId } = await newCampaign();
    const channel = () => ({
      channelId: ulid(),
      kind: 'fanpage' as const,
      label: 'Fanpage',
      code: ulid().slice(-8),
    });
    const add = (requestKey: string, when = at) =>
      addChannel(campaigns, { campaignId, channel: channel(), requestKey }, { ...cause, at: when });
    expect([await add('same-key'), await add('same-key')]).toEqual(['added', 'added']);
    expect((await campaignPage(campaigns, campaignId, '2026-11-23'))?.channels).toHaveLength(3);
    const other = await newCampaign();
    const elsewhere = { campaignId: other.campaignId, channel: channel(), requestKey: 'same-key' };
    expect(await addChannel(campaigns, elsewhere, cause)).toBe('added');
    expect((await campaignPage(campaigns, other.campaignId, '2026-11-23'))?.channels).toHaveLength(3);
    expect(await add('late-key', '2027-02-01T00:00:00.000Z')).toBe('campaign-closed');
  });
});

it('a campaign leads to pages of this site only', () => {
  const landing = campaignRoutes.createCampaign.body.shape.landingPath;
  expect(['/', '/khoa-hoc/an-toan'].map((path) => landing.safeParse(path).success)).toEqual([true, true]);
  // A browser takes a number after two slashes for an address: 134744072 is 8.8.8.8.
  expect(['//134744072', '//host/a', 'khoa-hoc'].map((path) => landing.safeParse(path).success)).toEqual([
    false,
    false,
    false,
  ]);
});

describe('the device cookie', () => {
  it('is read back as it was set and refused when it was made up', () => {
    const device = ulid();
    expect(deviceIn([deviceCookie(device).split(';')[0] ?? ''])).toBe(device);
    expect(deviceIn(['hvs_device=<script>'])).toBeUndefined();
    expect(visitorKey(device, 'a')).not.toBe(visitorKey(device, 'b'));
  });
});
