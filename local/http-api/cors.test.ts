import { describe, expect, test } from 'vitest';
import { gateways, resources } from './http-api.suite.ts';

const start = gateways();
const returning = (result: unknown) => ({ invoke: async () => ({ ok: true as const, result }) });
describe('CORS', () => {
  const cors = {
    AllowOrigins: ['https://app.example.org', 'http://*'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization'],
    ExposeHeaders: ['etag'],
    MaxAge: 300,
  };
  const withCors = (configuration: object) => ({
    ...resources([], { 'GET /x': [] }),
    api: { CorsConfiguration: configuration },
  });
  const preflight = (address: string, origin: string) =>
    fetch(`${address}/x`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });

  test('the gateway answers a preflight itself, without a token', async () => {
    const { address } = await start(withCors(cors));
    const answer = await preflight(address, 'https://app.example.org');
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.example.org',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-expose-headers': 'etag',
      'access-control-max-age': '300',
    });
  });

  test.each([
    ['https://evil.example.org', null],
    ['http://any.example.org', 'http://any.example.org'],
  ])('the origin %s is allowed as %s, on errors too', async (origin, allowed) => {
    const { address } = await start(withCors(cors));
    expect((await preflight(address, origin)).headers.get('access-control-allow-origin')).toBe(allowed);
    const refused = await fetch(`${address}/x`, { headers: { origin } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  test("the function's own CORS headers give way", async () => {
    const declared = { ...resources(['GET /x']), api: { CorsConfiguration: { AllowOrigins: ['*'] } } };
    const own = { statusCode: 200, headers: { 'access-control-allow-origin': 'https://other.example.org' } };
    const { address } = await start(declared, returning(own));
    const answer = await fetch(`${address}/x`, { headers: { origin: 'https://a.example.org' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});
