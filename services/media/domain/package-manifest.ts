import { MOST_LESSONS } from '#shared/contract/package-data.ts';
import { readXml, type XmlElement } from '#shared/text/read-xml.ts';
import { textOf } from '#shared/text/text-of.ts';
import { attributeOf, localName, titleOf, within, wordsOf } from './manifest-xml.ts';
import { type Launchable, type Lesson, lessonsOf } from './package-lessons.ts';
import { accept, reject, type Verdict } from './rejection.ts';

/** Largest manifest read, in bytes; those of thousands of files have a few hundred kilobytes. */
export const MAX_MANIFEST_BYTES = 2 * 1024 ** 2;
const MAX_TITLE_LETTERS = 200;
/** An address with its parameters, of which the standard allows 1,000: a hundred of these fit where a plan is kept. */
const MAX_LAUNCH_LETTERS = 2000;
/** Stands for the folder of the package while addresses are resolved. */
const ROOT = 'https://package.invalid/';

/** What a manifest says of how its package is begun. */
export interface Manifest {
  /** An address relative to the folder of the package, with its parameters. */
  readonly launch: string;
  readonly title?: string;
  /** Only where there are several; the first of them is what is opened first. */
  readonly lessons?: Lesson[];
}

/**
 * SCORM 1.2 has no fixed word for its version, so its namespace counts too. SCORM 2004, common cartridges and tests
 * have manifests of the same name.
 */
function isScorm12(manifest: XmlElement): boolean {
  const [metadata] = within(manifest, 'metadata');
  const saysScorm = wordsOf(within(metadata, 'schema')[0]).includes('SCORM');
  const saysVersion = wordsOf(within(metadata, 'schemaversion')[0]).includes('1.2');
  const names = Object.values(manifest.attributes).join(' ');
  return (saysScorm && saysVersion) || /adlcp_rootv1p2/i.test(names);
}

/** The organisation that is meant to be shown: the one named, else the first. */
function organisationOf(manifest: XmlElement): XmlElement | undefined {
  const [organisations] = within(manifest, 'organizations');
  const all = within(organisations, 'organization');
  const preferred = attributeOf(organisations, 'default');
  return all.find((each) => attributeOf(each, 'identifier') === preferred) ?? all[0];
}

const resolve = (href: string | undefined, base: URL): URL | undefined =>
  URL.canParse(href ?? '', base.href) ? new URL(href ?? '', base) : undefined;

/** `xml:base` of the manifest and of its resources, the second relative to the first. */
function baseOf(manifest: XmlElement, resources: XmlElement | undefined): URL | undefined {
  const base = resolve(attributeOf(manifest, 'base'), new URL(ROOT));
  return base && resolve(attributeOf(resources, 'base'), base);
}

/** Where a resource lies, relative to its own `xml:base`; undefined for what is outside the package. */
function addressOf(resource: XmlElement, resources: URL): URL | undefined {
  const base = resolve(attributeOf(resource, 'base'), resources);
  const address = base && resolve(attributeOf(resource, 'href')?.trim(), base);
  return address?.href.startsWith(ROOT) ? address : undefined;
}

/** Appends an item's parameters to its address, as SCORM 2004 (CAM, 3.4.1.13) spells out what 1.2 leaves open. */
function withParameters(address: URL, parameters = ''): URL {
  const said = parameters.trim().replace(/^[?&]+/, '');
  const next = new URL(address.href);
  if (said.startsWith('#')) next.hash ||= said;
  else if (said) next.search = next.search ? `${next.search}&${said}` : said;
  return next;
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The file that an address names, whose letters may be written as they are or in percent. `names` are NFC. */
function fileAt(address: URL, names: readonly string[]): string | undefined {
  const path = address.pathname.slice(1);
  return [decoded(path).normalize('NFC'), path].find((name) => names.includes(name));
}

/** What a lesson opens, within the package; undefined where that is none of its files. */
function launchOf(
  { item, resource }: Launchable,
  base: URL | undefined,
  names: readonly string[],
): string | undefined {
  const address = base && resource && addressOf(resource, base);
  const file = address && fileAt(address, names);
  if (!address || file === undefined) return undefined;
  const { search, hash } = withParameters(address, attributeOf(item, 'parameters'));
  return file.split('/').map(encodeURIComponent).join('/') + search + hash;
}

function opened(
  lessons: readonly Launchable[],
  base: URL | undefined,
  names: readonly string[],
): Verdict<[Lesson, ...Lesson[]]> {
  if (lessons.length > MOST_LESSONS) return reject('TOO_MANY_LESSONS');
  const found: Lesson[] = [];
  for (const lesson of lessons) {
    const launch = launchOf(lesson, base, names);
    if (!launch) return reject('LAUNCH_MISSING');
    if (launch.length > MAX_LAUNCH_LETTERS) return reject('BAD_MANIFEST');
    const { title, chapter } = lesson;
    found.push({ launch, ...(title && { title }), ...(chapter && { chapter }) });
  }
  const [first, ...others] = found;
  return first ? accept([first, ...others]) : reject('BAD_MANIFEST');
}

/** What to open of a package with these files. What lies elsewhere is refused. */
export function readManifest(bytes: Uint8Array, names: readonly string[]): Verdict<Manifest> {
  const text = textOf(bytes);
  const manifest = text === undefined ? undefined : readXml(text);
  if (!manifest || localName(manifest.name) !== 'manifest') return reject('BAD_MANIFEST');
  if (!isScorm12(manifest)) return reject('NOT_SCORM_12');
  const organisation = organisationOf(manifest);
  if (!organisation) return reject('BAD_MANIFEST');
  const [resources] = within(manifest, 'resources');
  const launchables = lessonsOf(organisation, within(resources, 'resource'));
  const lessons = opened(launchables, baseOf(manifest, resources), names);
  if (!lessons.ok) return lessons;
  const [{ launch, title: ofFirst }, ...others] = lessons.value;
  const title = titleOf(organisation, MAX_TITLE_LETTERS) || (others.length === 0 && ofFirst);
  return accept({
    launch,
    ...(title && { title }),
    ...(others.length > 0 && { lessons: lessons.value }),
  });
}
