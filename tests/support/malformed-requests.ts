type Malformed = {
  readonly why: string;
  readonly status: number;
  readonly code: string;
  readonly body?: string;
};

const json = (value: unknown) => JSON.stringify(value);
/** A course run that the contract takes. */
export const RUN = { code: 'X', mode: 'online', seats: 3, startsOn: '2026-11-02', endsOn: '2026-12-18' };
/** Bodies for opening a course run, each wrong in one way, with the answer that says so. */
export const MALFORMED: readonly Malformed[] = [
  { why: 'no JSON', status: 400, code: 'malformed-request', body: '{"code":' },
  { why: 'an unknown field', status: 422, code: 'invalid-request', body: json({ ...RUN, price: 5 }) },
  { why: 'a wrong type', status: 422, code: 'invalid-request', body: json({ ...RUN, seats: 'ten' }) },
  { why: 'a number out of range', status: 422, code: 'invalid-request', body: json({ ...RUN, seats: -1 }) },
  { why: 'a missing field', status: 422, code: 'invalid-request', body: json({ code: 'X' }) },
  { why: 'a list for an object', status: 422, code: 'invalid-request', body: json([RUN]) },
  { why: 'nothing', status: 422, code: 'invalid-request' },
  {
    why: 'an impossible order',
    status: 422,
    code: 'ends-before-it-starts',
    body: json({ ...RUN, endsOn: '2026-01-01' }),
  },
  {
    why: 'more than it takes',
    status: 413,
    code: 'too-large',
    body: json({ ...RUN, code: 'x'.repeat(600_000) }),
  },
];
