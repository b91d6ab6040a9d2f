import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import type { CatalogueStore } from '../catalogue-store.ts';
import type { CatalogueRecord } from '../domain/catalogue.ts';
import { type OaiError, type OaiRequest, parseOaiRequest, type Selection } from '../domain/oai/arguments.ts';
import {
  type Answer,
  errorAnswer,
  formatsAnswer,
  identifyAnswer,
  listAnswer,
  materialIdOf,
  type OaiSet,
  type RecordPage,
  type Repository,
  recordAnswer,
  setsAnswer,
  setsOf,
} from '../domain/oai/response.ts';

const PAGE = 100;
/** Records that are looked through for one page of a set before an answer is given with what there is. */
const LOOKED_AT = 1_000;
/** The index by which records are listed is behind its table, and a change is told when it is written. Milliseconds. */
const SETTLED_MS = 60_000;
const EARLIEST = '2020-01-01T00:00:00.000Z';

export type Harvesting = {
  readonly repository: Repository;
  readonly sets: readonly OaiSet[];
  readonly store: Pick<CatalogueStore, 'findRecord' | 'recordsBetween'>;
};

const fault = (error: OaiError['error'], says: string): OaiError => ({ error, says });
const missing = fault('idDoesNotExist', 'There is no such record here.');

/** What a token stands for: the selection, its end, and the last record that was seen. */
type Progress = { readonly selection: Selection; readonly until: string; readonly after: string };

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function progressOf(token: string): Progress | undefined {
  const read = fromCursor(token) ?? {};
  const [until, after, prefix] = [textIn(read.until), textIn(read.after), read.prefix];
  if (!(until && after) || (prefix !== 'oai_dc' && prefix !== 'lom')) return undefined;
  const [from, set] = [textIn(read.from), textIn(read.set)];
  return { selection: { prefix, ...(from && { from }), ...(set && { set }) }, until, after };
}

const tokenOf = ({ selection, until, after }: Progress): string =>
  toCursor({ ...selection, until, after }) ?? '';

const positionOf = ({ changedAt, materialId }: CatalogueRecord): string => `${changedAt}#${materialId}`;

/** A record that was withdrawn is of no set any more; who harvested the set has to learn that it is gone. */
const isIn = (set: string | undefined, record: CatalogueRecord): boolean =>
  set === undefined || !record.entry || setsOf(record).includes(set);

/** One page of a list; the token that leads on is empty at the end. */
async function pageOf(
  store: Harvesting['store'],
  progress: Progress,
): Promise<RecordPage & { readonly resumptionToken: string }> {
  const { selection, until } = progress;
  const { from = EARLIEST, set } = selection;
  const records: CatalogueRecord[] = [];
  let { after } = progress;
  for (let looked = 0; looked < LOOKED_AT && records.length < PAGE; looked += PAGE) {
    const found = await store.recordsBetween(
      { from, until, after: after || undefined },
      PAGE - records.length,
    );
    records.push(...found.filter((record) => isIn(set, record)));
    const last = found.at(-1);
    if (!last) return { records, resumptionToken: '' };
    after = positionOf(last);
  }
  return { records, resumptionToken: tokenOf({ selection, until, after }) };
}

/** What was changed up to here is in every list; a harvester that asks from here on the next time misses nothing. */
const settledAt = (at: string): string => new Date(Date.parse(at) - SETTLED_MS).toISOString();

type ListRequest = Extract<OaiRequest, { verb: 'ListIdentifiers' | 'ListRecords' }>;

async function list({ store }: Harvesting, answer: Answer, request: ListRequest): Promise<string | OaiError> {
  const progress =
    'resumptionToken' in request
      ? progressOf(request.resumptionToken)
      : { selection: request.selection, until: request.selection.until ?? settledAt(answer.at), after: '' };
  if (!progress) return fault('badResumptionToken', 'This token was not given here.');
  const { records, resumptionToken } = await pageOf(store, progress);
  const isFirst = progress.after === '';
  if (records.length === 0 && isFirst && resumptionToken === '') {
    return fault('noRecordsMatch', 'Nothing was changed then, or it is of no such set.');
  }
  // The end of a list that came in parts is said by an empty token (OAI-PMH 2.0, section 3.5).
  const page = { records, ...((!isFirst || resumptionToken !== '') && { resumptionToken }) };
  return listAnswer(answer, request.verb, progress.selection.prefix, page);
}

async function answerTo(
  harvesting: Harvesting,
  answer: Answer,
  request: OaiRequest,
): Promise<string | OaiError> {
  const { repository, sets, store } = harvesting;
  const find = async (identifier: string) => {
    const materialId = materialIdOf(repository, identifier);
    return materialId ? store.findRecord(materialId) : undefined;
  };
  if (request.verb === 'Identify') return identifyAnswer(answer, EARLIEST);
  if (request.verb === 'ListSets') return setsAnswer(answer, sets);
  if (request.verb === 'ListMetadataFormats') {
    const isKnown = request.identifier === undefined || (await find(request.identifier));
    return isKnown ? formatsAnswer(answer) : missing;
  }
  if (request.verb !== 'GetRecord') return list(harvesting, answer, request);
  const record = await find(request.identifier);
  return record ? recordAnswer(answer, record, request.prefix) : missing;
}

/** Arguments are repeated in the answer unless they are what is wrong with the request (section 3.2). */
const BROKEN: ReadonlySet<string> = new Set(['badVerb', 'badArgument']);

/** The XML that a harvester gets, whatever it asked. `at`: ISO 8601 UTC. */
export async function answerHarvester(
  harvesting: Harvesting,
  parameters: URLSearchParams,
  at: string,
): Promise<string> {
  const { repository } = harvesting;
  const request = parseOaiRequest(parameters);
  const answer: Answer = { repository, at, arguments: Object.fromEntries(parameters) };
  const outcome = 'error' in request ? request : await answerTo(harvesting, answer, request);
  if (typeof outcome === 'string') return outcome;
  return errorAnswer(BROKEN.has(outcome.error) ? { ...answer, arguments: {} } : answer, outcome);
}
