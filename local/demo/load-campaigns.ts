import { dayOf } from '../../shared/time/local-time.ts';
import type { Cloud } from '../cloud.ts';
import { demoCampaigns, movedToToday } from './content.ts';
import { expectStatus, type Send } from './session.ts';

/** A phone's own words, so that the visits count as people's. */
const PHONE =
  'Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';

/** The 10/10 campaign with its channels, and a first few visits by each of them. */
export async function loadCampaigns(cloud: Cloud, youthUnion: Send): Promise<void> {
  const { campaigns } = await expectStatus(youthUnion, [200], 'GET', '/v1/campaigns');
  for (const { name, goal, opensOn, closesOn, landingCourse, channels } of demoCampaigns()) {
    const known = (campaigns as { name: string; channels: unknown }[]).find((one) => one.name === name);
    const campaign =
      known ??
      (await expectStatus(youthUnion, [201], 'POST', '/v1/campaigns', {
        name,
        goal,
        opensOn,
        closesOn: movedToToday(closesOn, dayOf(new Date().toISOString())),
        landingPath: `/khoa-hoc/${landingCourse}`,
        channels: channels.map(({ kind, label }) => ({ kind, label })),
      }));
    const links = (campaign.channels as { link: string; touches: number }[]).filter(
      (one) => one.touches === 0,
    );
    for (const [index, { link }] of links.entries()) {
      for (let visits = 0; visits <= index * 2; visits += 1) {
        const via = visits % 2 === 0 ? '?via=qr' : '';
        await fetch(`${cloud.address}${link}${via}`, {
          redirect: 'manual',
          headers: { 'user-agent': PHONE },
        });
      }
    }
  }
}
