import { branch, element, escapeXml, leaf } from '#shared/text/write-xml.ts';
import type { CatalogueRecord } from '../catalogue.ts';
import { METADATA_PREFIXES, type MetadataPrefix, type OaiError } from './arguments.ts';
import { FORMATS, type Place } from './metadata.ts';

/** The repository as it names itself. */
export interface Repository {
  /** Where requests are sent to; no query. */
  readonly baseUrl: string;
  /** A domain name: part of every identifier (OAI identifier guidelines 2.0). */
  readonly domain: string;
  readonly name: string;
  readonly adminEmail: string;
  readonly placeOf: (materialId: string) => Place;
}

export interface OaiSet {
  readonly spec: string;
  readonly name: string;
}

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/';

/** Datestamps here have seconds; records are kept with more. */
const stamp = (instant: string): string => `${instant.slice(0, 19)}Z`;

export const identifierOf = ({ domain }: Pick<Repository, 'domain'>, materialId: string): string =>
  `oai:${domain}:${materialId}`;

/** The material that an identifier of this repository names. */
export const materialIdOf = (
  { domain }: Pick<Repository, 'domain'>,
  identifier: string,
): string | undefined => {
  const prefix = `oai:${domain}:`;
  return identifier.startsWith(prefix) ? identifier.slice(prefix.length) : undefined;
};

export const setsOf = ({ entry }: CatalogueRecord): string[] =>
  entry
    ? [
        ...entry.tracks.map((track) => `track:${track}`),
        ...entry.competenceCodes.map((code) => `competence:${code}`),
      ]
    : [];

const headerOf = (repository: Repository, record: CatalogueRecord): string =>
  element(
    'header',
    { status: record.entry ? undefined : 'deleted' },
    leaf('identifier', identifierOf(repository, record.materialId)),
    leaf('datestamp', stamp(record.changedAt)),
    ...setsOf(record).map((spec) => leaf('setSpec', spec)),
  );

const recordOf = (repository: Repository, record: CatalogueRecord, prefix: MetadataPrefix): string => {
  const { entry, materialId } = record;
  const metadata = entry
    ? branch('metadata', FORMATS[prefix].write(entry, repository.placeOf(materialId)))
    : '';
  return branch('record', headerOf(repository, record), metadata);
};

/** What comes back: which arguments are repeated in it depends on whether they were understood. */
export interface Answer {
  readonly repository: Repository;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Empty when the request was a badVerb or a badArgument (section 3.2). */
  readonly arguments: Readonly<Record<string, string>>;
}

const document = ({ repository, at, arguments: given }: Answer, content: string): string => {
  const root = element(
    'OAI-PMH',
    {
      xmlns: NAMESPACE,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${NAMESPACE} ${NAMESPACE}OAI-PMH.xsd`,
    },
    leaf('responseDate', stamp(at)),
    element('request', given, escapeXml(repository.baseUrl)),
    content,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
};

export const errorAnswer = (answer: Answer, { error, says }: OaiError): string =>
  document(answer, element('error', { code: error }, escapeXml(says)));

export const identifyAnswer = (answer: Answer, earliest: string): string =>
  document(
    answer,
    branch(
      'Identify',
      leaf('repositoryName', answer.repository.name),
      leaf('baseURL', answer.repository.baseUrl),
      leaf('protocolVersion', '2.0'),
      leaf('adminEmail', answer.repository.adminEmail),
      leaf('earliestDatestamp', stamp(earliest)),
      leaf('deletedRecord', 'persistent'),
      leaf('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    ),
  );

export const formatsAnswer = (answer: Answer): string =>
  document(
    answer,
    branch(
      'ListMetadataFormats',
      ...METADATA_PREFIXES.map((prefix) =>
        branch(
          'metadataFormat',
          leaf('metadataPrefix', prefix),
          leaf('schema', FORMATS[prefix].schema),
          leaf('metadataNamespace', FORMATS[prefix].namespace),
        ),
      ),
    ),
  );

export const setsAnswer = (answer: Answer, sets: readonly OaiSet[]): string =>
  document(
    answer,
    branch(
      'ListSets',
      ...sets.map(({ spec, name }) => branch('set', leaf('setSpec', spec), leaf('setName', name))),
    ),
  );

export const recordAnswer = (answer: Answer, record: CatalogueRecord, prefix: MetadataPrefix): string =>
  document(answer, branch('GetRecord', recordOf(answer.repository, record, prefix)));

export interface RecordPage {
  readonly records: readonly CatalogueRecord[];
  /** Absent when the whole list came in one answer; empty at its end. */
  readonly resumptionToken?: string;
}

export function listAnswer(
  answer: Answer,
  verb: 'ListIdentifiers' | 'ListRecords',
  prefix: MetadataPrefix,
  { records, resumptionToken }: RecordPage,
): string {
  const { repository } = answer;
  const listed = records.map((record) =>
    verb === 'ListRecords' ? recordOf(repository, record, prefix) : headerOf(repository, record),
  );
  return document(answer, branch(verb, ...listed, leaf('resumptionToken', resumptionToken)));
}
