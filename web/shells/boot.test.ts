import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inlineParts } from './inline-parts.ts';

type Request = {
  readonly address: string;
  readonly init: { readonly headers: Record<string, string>; readonly body?: string };
};
type Kept = Readonly<Record<string, string>>;
type Device = {
  readonly path?: string;
  readonly starts?: string;
  readonly own?: { readonly ownStarts: string; readonly ownRoles: string; readonly unless?: string };
  readonly device?: Kept;
  readonly tab?: Kept;
  readonly asksForContrast?: boolean;
  readonly refusesStorage?: boolean;
  readonly answer?: (address: string) => unknown;
};

/** Runs the script as it stands in a shell, on a device that keeps these things. */
const boot = ({ path = '/', starts = '', device = {}, tab = {}, ...rest }: Device) => {
  const requests: Request[] = [];
  const html: { lang?: string; dataset: Record<string, string> } = { dataset: {} };
  const { pathname, search } = new URL(path, 'https://site.invalid');
  const storage = (kept: Kept) =>
    Object.assign(
      Object.create({
        getItem: (key: string) => {
          if (rest.refusesStorage) throw new Error('refused');
          return kept[key] ?? null;
        },
      }),
      kept,
    );
  const world = createContext({
    document: { documentElement: html, currentScript: { dataset: { starts, ...rest.own } } },
    location: { pathname, search },
    URLSearchParams,
    localStorage: storage(device),
    sessionStorage: storage(tab),
    matchMedia: () => ({ matches: rest.asksForContrast ?? false }),
    addEventListener: () => undefined,
    fetch: (address: string, init: Request['init']) => {
      requests.push({ address, init });
      return Promise.resolve(rest.answer?.(address) ?? address);
    },
  }) as {
    hvsStarted?: {
      answers: object;
      own: Record<string, Promise<unknown>>;
      renewal: { refresh: string } | null;
    };
  };
  new Script(inlineParts().script).runInContext(world);
  return { html, requests, started: world.hvsStarted };
};

const POOL = { 'hvs.pool': '{"endpoint":"https://pool","clientId":"c"}', 'hvs.current': 'HANH' };
const people = (list: unknown) => ({ 'hvs.people': JSON.stringify(list) });

describe('inline script of a shell', () => {
  it('shows letters, colours and language as they were chosen here, or as the device asks', () => {
    const chosen = { 'hvs.language': 'en', 'hvs.text-size': '3', 'hvs.contrast': 'more' };
    expect(boot({ device: chosen }).html).toEqual({ lang: 'en', dataset: { size: '3', contrast: 'more' } });
    expect(boot({ asksForContrast: true }).html.dataset.contrast).toBe('more');
    const plain = { lang: 'vi', dataset: { size: '1', contrast: 'normal' } };
    expect(boot({ device: { 'hvs.text-size': '9', 'hvs.language': 'xx' } }).html).toEqual(plain);
    expect(boot({ refusesStorage: true }).html).toEqual(plain);
  });

  it('asks for the first reads of the page, its address filled in', () => {
    const path = '/khoa-hoc/an-toan%20x/bai/2';
    const { requests, started } = boot({ path, starts: '/v1/courses/{2}/lessons/{4} /v1/courses/{2}' });
    const addresses = ['/v1/courses/an-toan%20x/lessons/2', '/v1/courses/an-toan%20x'];
    expect(requests.map(({ address }) => address)).toEqual(addresses);
    expect(requests[0]?.init.headers).toEqual({ accept: 'application/json', 'accept-language': 'vi' });
    expect(Object.keys(started?.answers ?? {})).toEqual(addresses);
    expect(boot({ path: '/khoa-hoc/%', starts: '/v1/courses/{2}' }).requests).toEqual([]);
  });

  it('renews the sign-in of the current person, from the tab before the device', () => {
    const [hanh, binh] = [
      { personId: 'HANH', refresh: 'r-hanh' },
      { personId: 'BINH', refresh: 'r-binh' },
    ];
    const { requests, started } = boot({ device: { ...POOL, ...people([binh, hanh]) } });
    expect(requests.map(({ address }) => address)).toEqual(['https://pool']);
    expect(JSON.parse(requests[0]?.init.body ?? '').AuthParameters).toEqual({ REFRESH_TOKEN: 'r-hanh' });
    expect(started?.renewal?.refresh).toBe('r-hanh');
    const nameOnly = people([{ personId: 'HANH' }]);
    expect(boot({ device: { ...POOL, ...nameOnly }, tab: people([hanh]) }).started?.renewal?.refresh).toBe(
      'r-hanh',
    );
  });

  describe('reads in the name of whoever is signed in', () => {
    const own = {
      ownStarts: '/v1/quizzes/{2}/my-attempts /v1/my/enrolments',
      ownRoles: 'learner',
      unless: 'hvs.quiz.',
    };
    const hanh = { personId: 'HANH', refresh: 'r-hanh', roles: ['learner'] };
    const tokens = { clone: () => ({ json: async () => ({ AuthenticationResult: { AccessToken: 't' } }) }) };
    const answer = (address: string) => (address === 'https://pool' ? tokens : undefined);
    const start = (device: Kept) =>
      boot({ path: '/kiem-tra/Q1', own, device: { ...POOL, ...people([hanh]), ...device }, answer });

    it('are sent with their token as soon as it is there, and tell which one it was', async () => {
      const { requests, started } = start({});
      expect(await started?.own['/v1/quizzes/Q1/my-attempts']).toEqual({
        authorization: 'Bearer t',
        response: '/v1/quizzes/Q1/my-attempts',
      });
      expect(requests.map(({ address }) => address)).toEqual([
        'https://pool',
        '/v1/quizzes/Q1/my-attempts',
        '/v1/my/enrolments',
      ]);
      expect(requests[1]?.init.headers.authorization).toBe('Bearer t');
    });

    it('take what the query of the address names, and leave out what it does not', async () => {
      const ask = (path: string) =>
        boot({
          path,
          own: { ownStarts: '/v1/attempts/{?lan} /v1/my/enrolments', ownRoles: 'learner' },
          device: { ...POOL, ...people([hanh]) },
          answer,
        }).started?.own;
      expect(Object.keys(ask('/kiem-tra/Q1?lan=A%2F1') ?? {})).toEqual([
        '/v1/attempts/A%2F1',
        '/v1/my/enrolments',
      ]);
      for (const path of ['/kiem-tra/Q1', '/kiem-tra/Q1?lan='])
        expect(Object.keys(ask(path) ?? {})).toEqual(['/v1/my/enrolments']);
    });

    it('are left out for roles that would be refused, and while the device has what the page shows', () => {
      const clerk = people([{ ...hanh, roles: ['clerk'] }]);
      for (const device of [clerk, { 'hvs.quiz.HANH.A1.paper': '{}' }]) {
        const { requests, started } = start(device);
        expect(started?.own).toEqual({});
        expect(requests.map(({ address }) => address)).toEqual(['https://pool']);
      }
    });
  });

  it('renews nothing when nobody is signed in, the pool is unknown, or what is kept cannot be read', () => {
    for (const device of [
      {},
      POOL,
      people([{ personId: 'HANH', refresh: 'r' }]),
      { ...POOL, 'hvs.people': '[null, {' },
    ]) {
      const { requests, started } = boot({ device });
      expect(requests).toEqual([]);
      expect(started?.renewal).toBeNull();
    }
  });
});
