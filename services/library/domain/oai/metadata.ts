import { branch, element, escapeXml, leaf } from '#shared/text/write-xml.ts';
import type { CatalogueEntry } from '../catalogue.ts';
import type { MetadataPrefix } from './arguments.ts';

/** What a record needs beside the entry. */
export interface Place {
  /** Of the page where people open the material. */
  readonly address: string;
  readonly publisher: string;
}

interface Format {
  readonly schema: string;
  readonly namespace: string;
  readonly write: (entry: CatalogueEntry, place: Place) => string;
}

/** DCMI Type Vocabulary. */
const DC_TYPES: Readonly<Record<string, string>> = {
  video: 'MovingImage',
  audio: 'Sound',
  image: 'StillImage',
  document: 'Text',
  package: 'InteractiveResource',
  link: 'InteractiveResource',
  reference: 'Text',
};
/** LOM 5.2, learning resource type, as the IMS binding spells its words. */
const LOM_TYPES: Readonly<Record<string, string>> = {
  video: 'Lecture',
  audio: 'Lecture',
  image: 'Figure',
  document: 'Narrative Text',
  package: 'Exercise',
  link: 'Narrative Text',
  reference: 'Narrative Text',
};

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const DC_NAMESPACE = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const LOM_NAMESPACE = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
const DC_SCHEMA = 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd';
const LOM_SCHEMA = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1.xsd';

/** Where the codes of competences come from: the framework of digital competence for learners. */
const FRAMEWORK = 'TT 02/2025/TT-BGDĐT';

function dublinCore(entry: CatalogueEntry, { address, publisher }: Place): string {
  const subjects = [...entry.tracks, ...entry.competenceCodes.map((code) => `${FRAMEWORK} ${code}`)];
  return element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': DC_NAMESPACE,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': XSI,
      'xsi:schemaLocation': `${DC_NAMESPACE} ${DC_SCHEMA}`,
    },
    leaf('dc:title', entry.title),
    ...subjects.map((subject) => leaf('dc:subject', subject)),
    leaf('dc:description', entry.summary || undefined),
    leaf('dc:publisher', publisher),
    leaf('dc:date', entry.issuedAt.slice(0, 10)),
    leaf('dc:type', DC_TYPES[entry.kind]),
    leaf('dc:identifier', address),
    leaf('dc:source', entry.source),
    leaf('dc:relation', entry.url ?? entry.citation),
    leaf('dc:language', entry.language),
    leaf('dc:rights', entry.licence),
  );
}

/** Text in a language, as this binding of LOM writes it. */
const langString = (name: string, text: string, language: string): string =>
  branch(name, element('langstring', { 'xml:lang': language }, escapeXml(text)));

/** A word of a vocabulary; `x-none` says that it is of no language (IMS meta-data best practice guide 1.2.1). */
const vocabulary = (name: string, value: string | undefined): string =>
  value === undefined
    ? ''
    : branch(name, langString('source', 'LOMv1.0', 'x-none'), langString('value', value, 'x-none'));

/** ISO 8601 duration of whole seconds. */
const duration = (ms: number): string => `PT${Math.round(ms / 1000)}S`;

type Parts = { readonly entry: CatalogueEntry; readonly place: Place };

const general = ({ entry, place }: Parts): string =>
  branch(
    'general',
    langString('title', entry.title, entry.language),
    branch('catalogentry', leaf('catalog', 'URI'), langString('entry', place.address, 'x-none')),
    leaf('language', entry.language),
    ...(entry.summary ? [langString('description', entry.summary, entry.language)] : []),
    ...entry.tracks.map((track) => langString('keyword', track, 'en')),
  );

/** Publishers are written as a vCard (RFC 2426). */
const vcard = (name: string): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `N:${name};;;;`, `ORG:${name}`, 'END:VCARD'].join('\n');

const lifeCycle = ({ entry, place }: Parts): string =>
  branch(
    'lifecycle',
    langString('version', String(entry.version), 'x-none'),
    branch(
      'contribute',
      vocabulary('role', 'Publisher'),
      branch('centity', leaf('vcard', vcard(place.publisher))),
      branch('date', leaf('datetime', entry.issuedAt.slice(0, 10))),
    ),
  );

const technical = ({ entry, place }: Parts): string =>
  branch(
    'technical',
    leaf('location', place.address),
    ...(entry.durationMs ? [branch('duration', leaf('datetime', duration(entry.durationMs)))] : []),
  );

const competency = (code: string): string =>
  branch(
    'classification',
    vocabulary('purpose', 'Competency'),
    branch('taxonpath', langString('source', FRAMEWORK, 'vi'), branch('taxon', leaf('id', code))),
  );

function lom(entry: CatalogueEntry, place: Place): string {
  const parts = { entry, place };
  return element(
    'lom',
    { xmlns: LOM_NAMESPACE, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${LOM_NAMESPACE} ${LOM_SCHEMA}` },
    general(parts),
    lifeCycle(parts),
    technical(parts),
    branch('educational', vocabulary('learningresourcetype', LOM_TYPES[entry.kind])),
    branch(
      'rights',
      vocabulary('copyrightandotherrestrictions', 'yes'),
      langString('description', `${entry.licence}. ${entry.source}`, entry.language),
    ),
    ...entry.competenceCodes.map(competency),
  );
}

/** The formats a record can be had in. */
export const FORMATS: Readonly<Record<MetadataPrefix, Format>> = {
  oai_dc: { schema: DC_SCHEMA, namespace: DC_NAMESPACE, write: dublinCore },
  lom: { schema: LOM_SCHEMA, namespace: LOM_NAMESPACE, write: lom },
};
