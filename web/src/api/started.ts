/** Milliseconds after its start for which a document's first answers are as good as new ones. */
const FRESH_MS = 30_000;

/** What the document asked for before any script had arrived (web/shells/boot.js). */
type Started = {
  /** Reads that need no sign-in, by address. */
  readonly answers: Record<string, Promise<Response>>;
  /** Reads in the name of whoever was signed in when the document began, with what each was allowed by. */
  readonly own?: Record<string, Promise<{ readonly authorization: string; readonly response: Response }>>;
  /** A new access token for a refresh token that this device keeps. */
  renewal?: { readonly refresh: string; readonly answer: Promise<Response> } | null | undefined;
};

/** An answer is used once; on a page that has been open for a while it may be out of date. */
const started = (): Started | undefined =>
  performance.now() < FRESH_MS ? (globalThis as { hvsStarted?: Started }).hvsStarted : undefined;

/** The answer to a read that the document has already asked for; a second request for the same address is a new one. */
export const takeStarted = (method: string | undefined, address: string): Promise<Response> | undefined => {
  const answers = started()?.answers;
  const answer = method === 'GET' ? answers?.[address] : undefined;
  if (answer) delete answers?.[address];
  return answer;
};

/**
 * The same for a read that needs a sign-in: only an answer to that very token is given, so that nobody is shown what was
 * asked for somebody else. Undefined, too, when the read failed: a second try is the page's.
 */
export const takeOwnStarted = async (
  address: string,
  authorization: string | undefined,
): Promise<Response | undefined> => {
  const own = started()?.own;
  const asked = own?.[address];
  if (!authorization || !asked) return undefined;
  delete own?.[address];
  const answer = await asked.catch(() => undefined);
  return answer?.authorization === authorization ? answer.response : undefined;
};

/** The sign-in service's answer to the renewal that the document has started with this refresh token. */
export const takeRenewal = (refresh: string): Promise<Response> | undefined => {
  const all = started();
  if (all?.renewal?.refresh !== refresh) return undefined;
  const { answer } = all.renewal;
  all.renewal = undefined;
  return answer;
};
