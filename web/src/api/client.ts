import type { Slot } from '../kept/kept-answers.ts';
import { SignInBusy } from '../session/sign-in-busy.ts';
import { ATTEMPTS, isTransient, pauseBefore } from './retry.ts';
import { routes } from './routes.generated.ts';
import type { Api, Problem, Refused, RouteName } from './types.ts';

type Parts = {
  readonly fetch: typeof globalThis.fetch;
  /** Whose call it is; undefined when nobody is signed in. */
  readonly person: () => string | undefined;
  /** A usable access token of a person, undefined when signed out; rejects without network or with `SignInBusy`; `renew` forces a new one. */
  readonly token: (personId: string, renew: boolean) => Promise<string | undefined>;
  readonly language: () => string;
  readonly wait: (ms: number) => Promise<void>;
  /** Whether the device is known to have no network, so that trying again at once is of no use. */
  readonly isOffline: () => boolean;
  /** Where the answer to a read is kept on the device, for routes whose answers are. */
  readonly slotFor: (name: RouteName, address: string, personId: string | undefined) => Slot | undefined;
  /** Given every call's end as it begins, for whoever waits until nothing is asked. */
  readonly asked: (answer: Promise<unknown>) => void;
  /** Called as a call begins; what it gives is told how that ended, for whoever wants to know whether there is a network. */
  readonly heard: () => (answer: Answer) => void;
};
type Call = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly key?: string;
};
export type Answer = { readonly ok: true; readonly status: number; readonly body: unknown } | Refused;

/** Hand-ins and joins are safe to repeat by their contract although they are POST without a key. */
const REPEATABLE: ReadonlySet<RouteName> = new Set([
  'submitAttempt',
  'completeUpload',
  'renewUpload',
  'joinClassByCode',
  'claimPassword',
  'startPlacement',
]);

const refused = (status: number, code: string): Refused => ({
  ok: false,
  problem: { type: `/problems/${code}`, code, title: '', status },
});

/** The path with its parameters filled in and the query, ready to be fetched. */
export const addressOf = (path: string, { params = {}, query = {} }: Call): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
};

const readAnswer = async (response: Response): Promise<Answer> => {
  const text = response.status === 204 ? '' : await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
  if (response.ok) return { ok: true, status: response.status, body };
  const problem = body as Problem | undefined;
  if (typeof problem?.code === 'string') return { ok: false, problem };
  return refused(response.status, response.status === 401 ? 'sign-in-needed' : 'internal');
};

const headersOf = (parts: Parts, call: Call, token: string | undefined): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': parts.language(),
  ...(call.body !== undefined && { 'content-type': 'application/json' }),
  ...(call.key && { 'idempotency-key': call.key }),
  ...(token && { authorization: `Bearer ${token}` }),
});

/** A call as it is sent: in the name of the person who made it, also when somebody else is current by now. */
type Sending = Call & { readonly personId: string | undefined };

const once = async (parts: Parts, name: RouteName, call: Sending, renew: boolean): Promise<Answer> => {
  const [method, path, signIn] = routes[name];
  const { personId } = call;
  try {
    const token = signIn && personId !== undefined ? await parts.token(personId, renew) : undefined;
    if (signIn && !token) return refused(401, 'sign-in-needed');
    const response = await parts.fetch(addressOf(path, call), {
      method,
      headers: headersOf(parts, call, token),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    return await readAnswer(response);
  } catch (error) {
    return error instanceof SignInBusy ? refused(503, 'try-again') : refused(0, 'offline');
  }
};

const request = async (parts: Parts, name: RouteName, asked: Call): Promise<Answer> => {
  const call = { ...asked, personId: parts.person() };
  const mayRepeat = routes[name][0] !== 'POST' || call.key !== undefined || REPEATABLE.has(name);
  let renewed = false;
  let answer = await once(parts, name, call, false);
  for (let attempt = 2; attempt <= ATTEMPTS && !answer.ok; attempt += 1) {
    const { status, code } = answer.problem;
    const needsToken = status === 401 && !renewed;
    if (!needsToken && !(mayRepeat && isTransient(status, code))) return answer;
    if (status === 0 && parts.isOffline()) return answer;
    if (needsToken) renewed = true;
    else await parts.wait(pauseBefore(attempt));
    answer = await once(parts, name, call, needsToken);
  }
  return answer;
};

const nothingKept = () => Promise.resolve(undefined);

/** The answer on its way, and the one that is kept from an earlier time. */
const reply = (parts: Parts, name: RouteName, call: Call) => {
  const [method, path] = routes[name];
  const slot = method === 'GET' ? parts.slotFor(name, addressOf(path, call), parts.person()) : undefined;
  const heard = parts.heard();
  const answer = request(parts, name, call).then((settled) => {
    heard(settled);
    void slot?.settle(settled);
    return settled;
  });
  parts.asked(answer);
  return Object.assign(answer, { kept: slot?.read ?? nothingKept });
};

/**
 * The API as one function per route, typed by the contracts. Never throws: no network is the refusal `offline`.
 * Reads, and writes that carry a key, are repeated after a transient fault, unless the network is known to be gone: then
 * whoever waits is told at once. A 401 is repeated once with a new token.
 */
export const createClient = (parts: Parts): Api =>
  Object.fromEntries(
    (Object.keys(routes) as RouteName[]).map((name) => [name, (call: Call = {}) => reply(parts, name, call)]),
  ) as unknown as Api;
