import { elementsOf, readXml, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import { textOf } from '#shared/text/text-of.ts';
import { accept, reject, type Verdict } from './rejection.ts';

/** Largest manifest read, in bytes; those of thousands of files have a few hundred kilobytes. */
export const MAX_MANIFEST_BYTES = 2 * 1024 ** 2;
const MAX_TITLE_LETTERS = 200;
/** Stands for the folder of the package while addresses are resolved. */
const ROOT = 'https://package.invalid/';

/** What a manifest says of how its package is begun. */
export interface Manifest {
  /** An address relative to the folder of the package, with its parameters. */
  readonly launch: string;
  readonly title?: string;
}

/** Without the prefix, which each tool chooses; some write names of SCORM 1.2 as SCORM 2004 does. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const within = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => localName(child.name) === name);

const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  Object.entries(element?.attributes ?? {}).find(([key]) => localName(key) === name)?.[1];

const wordsOf = (element: XmlElement | undefined): string =>
  textWithin(element).replaceAll(/\s+/g, ' ').trim();

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

/** All items below an element, in the order in which a table of contents shows them. */
const itemsOf = (element: XmlElement): XmlElement[] =>
  within(element, 'item').flatMap((item) => [item, ...itemsOf(item)]);

interface Launchable {
  readonly resource: XmlElement;
  readonly item: XmlElement;
}

function launchablesOf(organisation: XmlElement, resources: readonly XmlElement[]): Launchable[] {
  // A manifest holds tens of thousands of either. Of two resources of one name the first counts.
  const named = new Map(
    resources.toReversed().map((resource) => [attributeOf(resource, 'identifier'), resource]),
  );
  return itemsOf(organisation).flatMap((item) => {
    const ref = attributeOf(item, 'identifierref');
    const resource = ref && named.get(ref);
    return resource && attributeOf(resource, 'href') ? [{ resource, item }] : [];
  });
}

const resolve = (href: string | undefined, base: URL): URL | undefined =>
  URL.canParse(href ?? '', base.href) ? new URL(href ?? '', base) : undefined;

/** `xml:base` of the manifest, of its resources and of the one resource, each relative to the one before. */
function addressOf({ resource }: Launchable, manifest: XmlElement): URL | undefined {
  const bases = [manifest, within(manifest, 'resources')[0], resource].map((each) =>
    attributeOf(each, 'base'),
  );
  let base: URL | undefined = new URL(ROOT);
  for (const next of bases) base = base && resolve(next, base);
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

/**
 * What to open of a package with these files. Several lessons in one package would need a table of contents and a
 * result each, so they are refused; so is what lies elsewhere.
 */
export function readManifest(bytes: Uint8Array, names: readonly string[]): Verdict<Manifest> {
  const text = textOf(bytes);
  const manifest = text === undefined ? undefined : readXml(text);
  if (!manifest || localName(manifest.name) !== 'manifest') return reject('BAD_MANIFEST');
  if (!isScorm12(manifest)) return reject('NOT_SCORM_12');
  const organisation = organisationOf(manifest);
  const resources = within(within(manifest, 'resources')[0], 'resource');
  const launchables = organisation ? launchablesOf(organisation, resources) : [];
  const [only] = launchables;
  if (!organisation || !only) return reject('BAD_MANIFEST');
  if (launchables.length > 1) return reject('SEVERAL_LESSONS');
  const address = addressOf(only, manifest);
  const file = address && fileAt(address, names);
  if (!address || file === undefined) return reject('LAUNCH_MISSING');
  const { search, hash } = withParameters(address, attributeOf(only.item, 'parameters'));
  const title = wordsOf(within(organisation, 'title')[0]) || wordsOf(within(only.item, 'title')[0]);
  return accept({
    launch: file.split('/').map(encodeURIComponent).join('/') + search + hash,
    ...(title && { title: title.slice(0, MAX_TITLE_LETTERS) }),
  });
}
