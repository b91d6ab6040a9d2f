/** The errors of OAI-PMH 2.0, section 3.6, that this repository can answer. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';
export interface OaiError {
  readonly error: OaiErrorCode;
  readonly says: string;
}

export const METADATA_PREFIXES = ['oai_dc', 'lom'] as const;
export type MetadataPrefix = (typeof METADATA_PREFIXES)[number];

/** What selects records: all three are inclusive; instants are ISO 8601 UTC with seconds. */
export interface Selection {
  readonly prefix: MetadataPrefix;
  readonly from?: string;
  readonly until?: string;
  readonly set?: string;
}

export type OaiRequest =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListSets' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier?: string }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly prefix: MetadataPrefix }
  | { readonly verb: 'ListIdentifiers' | 'ListRecords'; readonly selection: Selection }
  | { readonly verb: 'ListIdentifiers' | 'ListRecords'; readonly resumptionToken: string };

type Verb = OaiRequest['verb'];
type Rule = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** OAI-PMH 2.0, section 4: the arguments of each verb. An exclusive argument stands alone. */
const RULES: Readonly<Record<Verb, Rule>> = {
  Identify: { required: [], optional: [] },
  ListSets: { required: [], optional: ['resumptionToken'] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'] },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'] },
};
const isVerb = (verb: string | undefined): verb is Verb => verb !== undefined && Object.hasOwn(RULES, verb);
const isPrefix = (prefix: string): prefix is MetadataPrefix =>
  METADATA_PREFIXES.some((known) => known === prefix);

const refuse = (error: OaiErrorCode, says: string): OaiError => ({ error, says });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The first or the last instant that a day or a second stands for; undefined when it is neither. */
function instantOf(stamp: string, end: 'first' | 'last'): string | undefined {
  const whole = DAY.test(stamp) ? `${stamp}T${end === 'first' ? '00:00:00' : '23:59:59'}Z` : stamp;
  if (!SECOND.test(whole)) return undefined;
  const time = Date.parse(whole);
  // A day that no calendar has would roll over into the next month.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== whole.slice(0, 19)
    ? undefined
    : new Date(end === 'first' ? time : time + 999).toISOString();
}

function selectionOf(given: ReadonlyMap<string, string>): Selection | OaiError {
  const prefix = given.get('metadataPrefix') ?? '';
  if (!isPrefix(prefix)) return refuse('cannotDisseminateFormat', `There is no format ${prefix} here.`);
  const [from, until, set] = [given.get('from'), given.get('until'), given.get('set')];
  const since = from === undefined ? undefined : instantOf(from, 'first');
  const to = until === undefined ? undefined : instantOf(until, 'last');
  if (from !== undefined && !since) return refuse('badArgument', 'from is no day and no second in UTC.');
  if (until !== undefined && !to) return refuse('badArgument', 'until is no day and no second in UTC.');
  if (from && until && DAY.test(from) !== DAY.test(until)) {
    return refuse('badArgument', 'from and until have to be of the same granularity.');
  }
  if (since && to && since > to) return refuse('badArgument', 'from is later than until.');
  return {
    prefix,
    ...(since && { from: since }),
    ...(to && { until: to }),
    ...(set !== undefined && { set }),
  };
}

function misfits(verb: Verb, given: ReadonlyMap<string, string>): string | undefined {
  const { required, optional } = RULES[verb];
  const missing = required.find((name) => !given.has(name));
  if (missing) return `${verb} needs ${missing}.`;
  const unknown = [...given.keys()].find((name) => ![...required, ...optional].includes(name));
  return unknown && `${verb} knows no ${unknown}.`;
}

function requestFor(verb: Verb, given: ReadonlyMap<string, string>): OaiRequest | OaiError {
  const [identifier, prefix] = [given.get('identifier'), given.get('metadataPrefix') ?? ''];
  if (verb === 'Identify' || verb === 'ListSets') return { verb };
  if (verb === 'ListMetadataFormats') return { verb, ...(identifier !== undefined && { identifier }) };
  if (verb === 'GetRecord') {
    if (!isPrefix(prefix)) return refuse('cannotDisseminateFormat', `There is no format ${prefix} here.`);
    return { verb, identifier: identifier ?? '', prefix };
  }
  const selection = selectionOf(given);
  return 'error' in selection ? selection : { verb, selection };
}

/** What is asked for by the arguments of a GET or of a posted form, or the error that has to be answered. */
export function parseOaiRequest(parameters: URLSearchParams): OaiRequest | OaiError {
  const verbs = parameters.getAll('verb');
  const [verb] = verbs;
  if (verbs.length !== 1 || !isVerb(verb))
    return refuse('badVerb', 'There is no such verb, or not just one.');
  const given = new Map([...parameters].filter(([name]) => name !== 'verb'));
  if (given.size !== parameters.size - 1) return refuse('badArgument', 'An argument is given twice.');
  const token = given.get('resumptionToken');
  const isListed = verb === 'ListIdentifiers' || verb === 'ListRecords';
  if (token !== undefined && given.size > 1) {
    return refuse('badArgument', 'resumptionToken stands alone.');
  }
  if (token !== undefined && isListed) return { verb, resumptionToken: token };
  if (token !== undefined && verb === 'ListSets') {
    return refuse('badResumptionToken', 'The sets come in one answer.');
  }
  const wrong = misfits(verb, given);
  return wrong ? refuse('badArgument', wrong) : requestFor(verb, given);
}
