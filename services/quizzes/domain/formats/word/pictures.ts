import { childrenNamed, elementsOf, type XmlElement } from '#shared/text/read-xml.ts';
import type { Media } from '../../question.ts';
import { type EmbeddedFile, embeddedFile } from '../embedded-file.ts';
import type { Trouble } from '../item-file.ts';

export const RELATIONS = 'word/_rels/document.xml.rels';
export const isPicture = (name: string): boolean => name.startsWith('word/media/');

/** Pictures of a document by the ids that its text calls them. What is no picture for the web (EMF, WMF) is none. */
export class Pictures {
  readonly kept = new Map<string, EmbeddedFile>();
  readonly #paths: ReadonlyMap<string, string>;
  readonly #entries: ReadonlyMap<string, Uint8Array>;

  constructor(relations: XmlElement | undefined, entries: ReadonlyMap<string, Uint8Array>) {
    this.#entries = entries;
    this.#paths = new Map(
      childrenNamed(relations, 'Relationship').map(({ attributes }) => [
        attributes.Id ?? '',
        `word/${attributes.Target ?? ''}`,
      ]),
    );
  }

  find(id: string): EmbeddedFile | undefined {
    const bytes = this.#entries.get(this.#paths.get(id) ?? '');
    const file = bytes && embeddedFile(bytes);
    if (file) this.kept.set(file.fileId, file);
    return file;
  }
}

const within = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...elementsOf(element).flatMap((child) => within(child)),
];

/** A drawing of Word (`w:drawing`, `w:pict`): its pictures in order, and what of it cannot be shown. */
export function picturesIn(
  drawing: XmlElement,
  pictures: Pictures,
): { readonly media: readonly Media[]; readonly troubles: readonly Trouble[] } {
  const parts = within(drawing);
  const about = parts.find(({ name }) => name === 'wp:docPr' || name === 'v:shape')?.attributes ?? {};
  const said = (about.descr ?? about.alt ?? '').trim();
  const ids = parts.flatMap(({ name, attributes }) => {
    if (name === 'a:blip') return attributes['r:embed'] ?? [];
    return name === 'v:imagedata' ? (attributes['r:id'] ?? []) : [];
  });
  const found = ids.map((id) => pictures.find(id));
  const alt = said || about.title?.trim() || about.name?.trim() || 'Hình';
  const media = found.flatMap((file) =>
    file ? [{ fileId: file.fileId, mediaType: file.mediaType, alt }] : [],
  );
  const isLost = found.length === 0 || found.includes(undefined);
  return {
    media,
    troubles: [
      ...(isLost ? [{ code: 'picture-left-behind' as const }] : []),
      ...(media.length > 0 && said === '' ? [{ code: 'alt-missing' as const, what: alt }] : []),
    ],
  };
}
