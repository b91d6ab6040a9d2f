import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shop, startShop } from '../fixture/shop.suite.ts';
import { Admission } from './admission.ts';
import { request } from './testing/request.suite.ts';

const admission = new Admission(false);
let shop: Shop;
beforeAll(async () => {
  shop = await startShop({ admission });
}, 60_000);
afterAll(() => shop?.stop());

const browser = { accept: 'text/html,application/xhtml+xml' };

describe('until the platform is ready', () => {
  it.each(['/', '/lop', '/vao-lop/123456789', '/v1/orders'])('%s asks a browser to wait', async (path) => {
    const { status, headers, body } = await request(`${shop.address}${path}`, { headers: browser });
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      503,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(body).toMatch(/<html lang="vi">[\s\S]*http-equiv="refresh"[\s\S]*Xong là trang tự mở/);
    expect(body).not.toMatch(/<script|AccessDenied|<\?xml/);
  });

  it('asks everything else to come again, in JSON', async () => {
    const answer = await request(`${shop.address}/v1/orders`, { method: 'POST', body: '{}' });
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '4' } });
    expect(JSON.parse(answer.body)).toEqual({ message: 'Starting.' });
  });

  it('answers whoever makes it ready, and the page that shows the cloud at work', async () => {
    const { status } = await request(`${shop.address}/v1/orders`, {
      method: 'POST',
      headers: admission.pass,
    });
    expect(status).toBe(401);
    expect((await request(`${shop.address}/local`, { headers: browser })).status).toBe(200);
    const guessed = { ...browser, 'x-admission-key': 'guessed' };
    expect((await request(shop.address, { headers: guessed })).status).toBe(503);
  });
});

it('lets everybody in from then on', async () => {
  admission.open();
  expect((await request(`${shop.address}/v1/orders`, { method: 'POST', headers: browser })).status).toBe(401);
});
