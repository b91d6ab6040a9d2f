import { describe, expect, it } from 'vitest';
import { SignInBusy } from '../session/sign-in-busy.ts';
import { addressOf, createClient } from './client.ts';
import { ATTEMPTS } from './retry.ts';

const RUN = '01K0000000000000000000000R';

type Sent = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};
type Reply = { readonly status: number; readonly body?: unknown } | 'no-network';

const clientOf = (
  replies: readonly Reply[],
  tokens: (string | undefined)[] = ['token-1'],
  keeping: Partial<
    Pick<Parameters<typeof createClient>[0], 'slotFor' | 'heard' | 'token' | 'isOffline'>
  > = {},
) => {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const renewals: boolean[] = [];
  const callers: string[] = [];
  let person = 'hanh';
  const api = createClient({
    fetch: async (url, init) => {
      const reply = replies[Math.min(sent.length, replies.length - 1)];
      sent.push({
        url: String(url),
        method: init?.method ?? '',
        headers: { ...(init?.headers as Record<string, string>) },
        body: init?.body,
      });
      if (!reply || reply === 'no-network') throw new TypeError('Failed to fetch');
      const headers = { 'content-type': 'application/json' };
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status,
        headers,
      });
    },
    person: () => person,
    token: async (personId, renew) => {
      callers.push(personId);
      renewals.push(renew);
      return tokens[Math.min(renewals.length, tokens.length) - 1];
    },
    language: () => 'vi',
    slotFor: () => undefined,
    heard: () => () => {},
    isOffline: () => false,
    asked: () => {},
    ...keeping,
    wait: async (ms) => {
      waits.push(ms);
      person = 'duc';
    },
  });
  return { api, sent, waits, renewals, callers };
};

const problem = (status: number, code: string) => ({
  status,
  body: { type: `/problems/${code}`, code, title: 'Câu nói', status },
});
const enrol = { params: { runId: RUN }, body: {}, key: 'intent-0001' };

describe('addressOf', () => {
  it('fills in parameters, escaped, and leaves out empty queries', () => {
    expect(addressOf('/v1/courses/{courseId}', { params: { courseId: 'a/b' } })).toBe('/v1/courses/a%2Fb');
    expect(addressOf('/v1/people', { query: { search: 'Hạnh', cursor: undefined, role: '' } })).toBe(
      '/v1/people?search=H%E1%BA%A1nh',
    );
  });
});

describe('createClient', () => {
  it('tells a busy sign-in service from a missing network', async () => {
    const heard: unknown[] = [];
    const ask = async (error: Error) => {
      const { api } = clientOf([], [], {
        token: () => Promise.reject(error),
        heard: () => (a) => heard.push(a),
      });
      return (await api.getMe()) as unknown;
    };
    expect(await ask(new SignInBusy())).toMatchObject({ problem: { code: 'try-again', status: 503 } });
    expect(await ask(new Error('no network'))).toMatchObject({ problem: { code: 'offline', status: 0 } });
    expect(heard).toHaveLength(2);
  });

  it('does not ask again at once what is refused for an hour', async () => {
    const { api, sent } = clientOf([problem(429, 'too-many-codes')]);
    await api.joinClassByCode({ body: { code: '123456789' } });
    expect(sent).toHaveLength(1);
  });

  it('sends no token to public routes, and language and token to the others', async () => {
    const { api, sent } = clientOf([{ status: 200, body: { courses: [] } }]);
    await api.listCourses();
    await api.getMe();
    expect(sent[0]?.headers.authorization).toBeUndefined();
    expect(sent[1]?.headers).toMatchObject({ authorization: 'Bearer token-1', 'accept-language': 'vi' });
  });

  it('gives the answer with its status, and a refusal as a value', async () => {
    const given = clientOf([{ status: 202, body: { status: 'waitlisted' } }]);
    expect(await given.api.enrol(enrol)).toEqual({ ok: true, status: 202, body: { status: 'waitlisted' } });
    const refused = clientOf([problem(409, 'already-enrolled')]);
    const answer = await refused.api.enrol(enrol);
    expect(answer.ok || answer.problem.code).toBe('already-enrolled');
    expect(refused.sent).toHaveLength(1);
  });

  it('repeats a create under the same key after lost answers and busy servers', async () => {
    const { api, sent, waits } = clientOf([
      'no-network',
      problem(503, 'try-again'),
      { status: 201, body: {} },
    ]);
    expect((await api.enrol(enrol)).ok).toBe(true);
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(3).fill('intent-0001'));
    expect(waits).toHaveLength(2);
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  });

  it('repeats when several people changed the same thing at once', async () => {
    const { api, sent } = clientOf([problem(409, 'conflict'), { status: 201, body: {} }]);
    expect((await api.enrol(enrol)).ok).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it('never repeats a POST without a key that is not safe to repeat', async () => {
    const { api, sent } = clientOf(['no-network']);
    const answer = await api.issueInitialPassword({ params: { personId: RUN } });
    expect(answer.ok || answer.problem.code).toBe('offline');
    expect(sent).toHaveLength(1);
  });

  it('gives up after a few tries, and says that there was no network', async () => {
    const { api, sent } = clientOf(['no-network']);
    const answer = await api.listCourses();
    expect(answer.ok || answer.problem).toMatchObject({ code: 'offline', status: 0 });
    expect(sent).toHaveLength(ATTEMPTS);
  });

  it('says so after one try when the device knows that there is no network', async () => {
    const { api, sent, waits } = clientOf(['no-network'], undefined, { isOffline: () => true });
    const answer = await api.listCourses();
    expect(answer.ok || answer.problem.code).toBe('offline');
    expect([sent.length, waits.length]).toEqual([1, 0]);
  });

  it('asks for a new token once after a 401 and repeats even a plain POST with it', async () => {
    const { api, sent, renewals } = clientOf(
      [problem(401, 'sign-in-needed'), { status: 201, body: {} }],
      ['old', 'new'],
    );
    expect((await api.issueInitialPassword({ params: { personId: RUN } })).ok).toBe(true);
    expect(renewals).toEqual([false, true]);
    expect(sent[1]?.headers.authorization).toBe('Bearer new');
  });

  it('repeats in the name of whoever made the call, also after the phone was handed on', async () => {
    const { api, callers } = clientOf(['no-network', { status: 201, body: {} }]);
    expect((await api.enrol(enrol)).ok).toBe(true);
    expect(callers).toEqual(['hanh', 'hanh']);
  });

  it('does not ask twice for a new token', async () => {
    const { api, sent } = clientOf([problem(401, 'sign-in-needed')]);
    expect((await api.getMe()).ok).toBe(false);
    expect(sent).toHaveLength(2);
  });

  it('does not call at all when nobody is signed in', async () => {
    const { api, sent } = clientOf([{ status: 200, body: {} }], [undefined]);
    const answer = await api.getMe();
    expect(answer.ok || answer.problem.code).toBe('sign-in-needed');
    expect(sent).toHaveLength(0);
  });

  it('keeps the answers to reads at their address, and tells how every call ended', async () => {
    const kept = new Map<string, unknown>();
    const heard: boolean[] = [];
    const { api } = clientOf([{ status: 200, body: { courses: [] } }], ['token-1'], {
      slotFor: (name, address) => ({
        read: async () => ({ body: kept.get(`${name} ${address}`), at: 7 }),
        settle: async (answer) => void (answer.ok && kept.set(`${name} ${address}`, answer.body)),
      }),
      heard: () => (answer) => heard.push(answer.ok),
    });
    await api.listCourses();
    await api.enrol(enrol);
    expect([...kept]).toEqual([['listCourses /v1/courses', { courses: [] }]]);
    expect(await api.listCourses().kept()).toEqual({ body: { courses: [] }, at: 7 });
    expect(heard.slice(0, 2)).toEqual([true, true]);
  });

  it('takes a 204 without a body, and an answer that is no problem document as a refusal', async () => {
    const params = { classId: RUN, personId: RUN };
    const gone = clientOf([{ status: 204 }]);
    expect((await gone.api.removeClassMember({ params })).ok).toBe(true);
    const odd = clientOf([{ status: 418, body: { hello: 1 } }]);
    const answer = await odd.api.getMe();
    expect(answer.ok || answer.problem.code).toBe('internal');
  });
});
