import { expect, test } from 'vitest';
import { gateways, resources } from '../http-api/http-api.suite.ts';
import { EarlierDays } from './earlier-days.ts';

const start = gateways();
const DAY_MS = 86_400_000;

test('dates back the requests that carry its secret, and nobody else’s meanwhile', async () => {
  const clock = new EarlierDays();
  const { address } = await start(resources(['GET /x']), { clock });
  const daysAgo = async (headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${address}/x`, { headers });
    const event = (await answer.json()) as { requestContext: { timeEpoch: number } };
    return Math.round((Date.now() - event.requestContext.timeEpoch) / DAY_MS);
  };
  expect(await Promise.all([daysAgo(clock.daysAgo(9).headers), daysAgo(), daysAgo()])).toEqual([9, 0, 0]);
  expect(await daysAgo(new EarlierDays().daysAgo(9).headers)).toBe(0);
  expect(await daysAgo({ 'x-demo-days-ago': 'undefined 9' })).toBe(0);
});
