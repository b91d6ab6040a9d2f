import { readXml, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import { textOf } from '#shared/text/text-of.ts';
import { readZip } from '../container/zip.ts';
import { type EmbeddedFile, embeddedFile } from '../embedded-file.ts';
import { type Found, type ItemFile, itemFileOf, type Refused } from '../item-file.ts';
import { findAll, inOldNames } from './names.ts';
import { questionOf } from './question-of.ts';
import { QtiTexts } from './texts.ts';

type Entries = ReadonlyMap<string, Uint8Array>;

const xmlIn = (entries: Entries, name: string): XmlElement | undefined => {
  const bytes = entries.get(name);
  const text = bytes && textOf(bytes);
  const root = text === undefined ? undefined : readXml(text);
  return root && inOldNames(root);
};

/** A path of a package as seen from one of its files. */
const resolved = (from: string, source: string): string => {
  const parts: string[] = [];
  for (const part of [...from.split('/').slice(0, -1), ...source.split(/[?#]/, 1).join('').split('/')]) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

type Resource = { readonly file: string; readonly keywords: readonly string[] };

/** The items that the manifest lists; without a manifest every file that looks like one. */
const resourcesIn = (entries: Entries): readonly Resource[] => {
  const manifest = xmlIn(entries, 'imsmanifest.xml');
  if (!manifest)
    return [...entries.keys()]
      .filter((name) => name.endsWith('.xml'))
      .map((file) => ({ file, keywords: [] }));
  return findAll(manifest, (name) => name === 'resource')
    .filter(({ attributes }) => /imsqti_item_xmlv[23]p\d|imsqti_item/.test(attributes.type ?? ''))
    .map((resource) => ({
      file: resolved('', decodeURI(resource.attributes.href ?? '')),
      keywords: findAll(resource, (name) => name === 'keyword').map((keyword) => textWithin(keyword).trim()),
    }));
};

const dataFile = (source: string): Uint8Array | undefined => {
  const found = /^data:[^,]*;base64,(?<data>.+)$/s.exec(source)?.groups?.data;
  return found === undefined ? undefined : Uint8Array.from(Buffer.from(found, 'base64'));
};

const foundIn = (
  entries: Entries,
  { file, keywords }: Resource,
  keep: (file: EmbeddedFile) => void,
): Found => {
  const item = xmlIn(entries, file);
  if (item?.name !== 'assessmentItem') return { place: { file }, read: { code: 'syntax' } };
  const texts = new QtiTexts((source) => {
    const bytes = dataFile(source) ?? entries.get(resolved(file, source));
    const found = bytes && embeddedFile(bytes);
    if (found) keep(found);
    return found;
  });
  const { title } = item.attributes;
  const read = questionOf(item, keywords, texts);
  const formula = texts.troubles.find(({ code }) => code === 'formula');
  return { place: { file }, ...(title && { title }), read: formula ?? read, leftBehind: texts.troubles };
};

/** What a package holds beside items: tests and passages are said to be left behind. */
const othersIn = (entries: Entries): ItemFile['notices'] => {
  const manifest = xmlIn(entries, 'imsmanifest.xml');
  const resources = findAll(
    manifest ?? { name: '', attributes: {}, children: [], line: 0 },
    (name) => name === 'resource',
  );
  return resources
    .filter(({ attributes }) => /imsqti_(?:test|section|stimulus)/.test(attributes.type ?? ''))
    .map(({ attributes }) => ({
      file: attributes.href ?? '',
      code: 'object-left-behind' as const,
      what: attributes.type ?? '',
    }));
};

/**
 * The items of a QTI package, versions 2.1, 2.2 and 3.0 (https://www.1edtech.org/standards/qti): a zip with
 * imsmanifest.xml, or with item files alone.
 */
export function readQti(bytes: Uint8Array): ItemFile | Refused {
  const entries = readZip(bytes);
  if (typeof entries === 'string') return entries;
  const resources = resourcesIn(entries);
  if (resources.length === 0) return 'file-unreadable';
  const files = new Map<string, EmbeddedFile>();
  const all = resources.map((resource) => foundIn(entries, resource, (file) => files.set(file.fileId, file)));
  const file = itemFileOf(all, files);
  return typeof file === 'string' ? file : { ...file, notices: [...othersIn(entries), ...file.notices] };
}
