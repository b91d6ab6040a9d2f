import { afterEach, expect, it } from 'vitest';
import type { Handler } from '../http-api/exchange.ts';
import { packageAddress } from './package-address.ts';
import { HeldPort } from './ports.ts';
import { request } from './testing/request.suite.ts';

const doors: HeldPort[] = [];
afterEach(() => Promise.all(doors.splice(0).map((door) => door.close())));

const page: Handler = async () => ({ status: 200, headers: {}, body: Buffer.from('a package') });

/** The address of a door, as the site names it and as 127.0.0.1, which is the site's own name. */
async function open(packages: Handler | undefined) {
  const door = await HeldPort.take(0, 'localhost');
  doors.push(door);
  door.serve(packageAddress({ port: door.port, log: () => {}, packages }));
  const ask = (host: string) => request(`http://127.0.0.1:${door.port}/packages/A/x`, { headers: { host } });
  return { ask, address: door.address, port: door.port };
}

it('plays packages under a name that is not the one of the site, so that the two share no cookie', async () => {
  const { ask, address, port } = await open(page);
  expect(address).toBe(`http://localhost:${port}`);
  expect(await ask(`localhost:${port}`)).toMatchObject({ status: 200, body: 'a package' });
  for (const host of [`127.0.0.1:${port}`, 'evil.example', `evil.example:${port}`, 'localhost:1'])
    expect((await ask(host)).status, host).toBe(403);
});

it('has nothing to answer for a template with one distribution', async () => {
  const { ask, port } = await open(undefined);
  expect((await ask(`localhost:${port}`)).status).toBe(404);
});
