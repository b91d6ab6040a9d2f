import { childNamed, childrenNamed, textWithin, type XmlElement } from '#shared/text/read-xml.ts';
import type { Media } from '../../question.ts';
import { plainOf } from '../container/html.ts';
import { type EmbeddedFile, embeddedFile } from '../embedded-file.ts';
import type { Trouble } from '../item-file.ts';

/** Begins the passage of a cloze behind the words that ask. */
export const PASSAGE = '<div class="passage">';

const PLUGINFILE = /^@@PLUGINFILE@@\//;

const decoded = (element: XmlElement): EmbeddedFile | undefined =>
  element.attributes.encoding === 'base64'
    ? embeddedFile(Uint8Array.from(Buffer.from(textWithin(element), 'base64')))
    : undefined;

/** A picture that stands in the text itself. */
const dataFile = (source: string): EmbeddedFile | undefined => {
  const found = /^data:[^,]*;base64,(?<data>.+)$/s.exec(source)?.groups;
  return found?.data ? embeddedFile(Uint8Array.from(Buffer.from(found.data, 'base64'))) : undefined;
};

const nameIn = (source: string): string => {
  try {
    return decodeURIComponent(source.replace(PLUGINFILE, ''));
  } catch {
    return source;
  }
};

/** Reads the texts of one question, with the files that stand beside each, and remembers what was lost. */
export class Texts {
  readonly troubles: Trouble[] = [];
  readonly #keep: (file: EmbeddedFile) => void;

  constructor(keep: (file: EmbeddedFile) => void) {
    this.#keep = keep;
  }

  note(code: Trouble['code'], what?: string): void {
    if (!this.troubles.some((each) => each.code === code && each.what === what))
      this.troubles.push({ code, ...(what && { what }) });
  }

  /** A formatted text element: `<text>` and its files. */
  read(element: XmlElement | undefined): { text: string; media: readonly Media[] } {
    if (!element) return { text: '', media: [] };
    const raw = textWithin(childNamed(element, 'text'));
    if (element.attributes.format === 'plain_text') return { text: raw.trim().normalize('NFC'), media: [] };
    const files = new Map(
      childrenNamed(element, 'file').map((file) => [
        `${(file.attributes.path ?? '/').slice(1)}${file.attributes.name ?? ''}`,
        file,
      ]),
    );
    const { text, media, troubles } = plainOf(raw, (source) => {
      const file = files.get(nameIn(source));
      const found = file ? decoded(file) : dataFile(source);
      if (found) this.#keep(found);
      return found;
    });
    for (const { code, what } of troubles) this.note(code, what);
    return { text, media };
  }

  /** The words before the passage of a cloze and those of the passage; of files that others wrote all is passage. */
  parted(element: XmlElement | undefined): readonly [before: string, passage: string] {
    const raw = textWithin(childNamed(element, 'text'));
    const at = raw.indexOf(PASSAGE);
    const [before, within] = at === -1 ? ['', raw] : [raw.slice(0, at), raw.slice(at)];
    return [plainOf(before).text, plainOf(within).text];
  }

  /** A text that has no place for pictures. */
  words(element: XmlElement | undefined): string {
    const { text, media } = this.read(element);
    for (const { alt } of media) this.note('picture-left-behind', alt);
    return text;
  }
}
