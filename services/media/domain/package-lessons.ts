import type { XmlElement } from '#shared/text/read-xml.ts';
import { attributeOf, titleOf, within } from './manifest-xml.ts';

/** A list of a hundred lessons is read by nobody in letters more than these. */
const MAX_TITLE_LETTERS = 120;

/** One lesson of a package that has several. */
export interface Lesson {
  /** An address relative to the folder of the package, with its parameters. */
  readonly launch: string;
  readonly title?: string;
  /** What the lessons around it are gathered under. */
  readonly chapter?: string;
}

/** An item that opens something, with the resource it names; undefined where the manifest has no such resource. */
export interface Launchable {
  readonly item: XmlElement;
  readonly resource: XmlElement | undefined;
  readonly title: string;
  readonly chapter: string;
}

type Placed = Omit<Launchable, 'resource'>;

/** All items below an element in the order of a table of contents, each with the nearest title above it. */
const itemsOf = (element: XmlElement, chapter = ''): Placed[] =>
  within(element, 'item').flatMap((item) => {
    const title = titleOf(item, MAX_TITLE_LETTERS);
    return [{ item, title, chapter }, ...itemsOf(item, title || chapter)];
  });

/** Items that name nothing, or a resource without a page, are headings. */
function launchablesOf(organisation: XmlElement, resources: readonly XmlElement[]): Launchable[] {
  // A manifest holds tens of thousands of either. Of two resources of one name the first counts.
  const named = new Map(
    resources.toReversed().map((resource) => [attributeOf(resource, 'identifier'), resource]),
  );
  return itemsOf(organisation).flatMap((placed) => {
    const ref = attributeOf(placed.item, 'identifierref');
    if (!ref) return [];
    const resource = named.get(ref);
    return resource && !attributeOf(resource, 'href') ? [] : [{ ...placed, resource }];
  });
}

/** `adlcp:scormtype`: an asset is a page that tells no result. Where nothing is said it is a lesson. */
const tellsResult = ({ resource }: Launchable): boolean =>
  attributeOf(resource, 'scormtype')?.trim().toLowerCase() !== 'asset';

/** Of the item alone, not of what is below it (IMS Content Packaging 1.1.2, `isvisible`). */
const isVisible = ({ item }: Launchable): boolean =>
  attributeOf(item, 'isvisible')?.trim().toLowerCase() !== 'false';

/**
 * The lessons of an organisation in the order in which they are learnt. Pages that tell no result stand beside lessons
 * and are none, as items are that their maker hides, unless there is nothing else. Of several such pages and no lesson
 * nobody would know when they are done: there is nothing to take.
 */
export function lessonsOf(organisation: XmlElement, resources: readonly XmlElement[]): Launchable[] {
  const all = launchablesOf(organisation, resources);
  const telling = all.filter(tellsResult);
  if (telling.length === 0) return all.length === 1 ? all : [];
  const visible = telling.filter(isVisible);
  return visible.length > 0 ? visible : telling;
}
