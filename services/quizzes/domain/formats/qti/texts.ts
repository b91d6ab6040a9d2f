import type { XmlElement } from '#shared/text/read-xml.ts';
import type { Media } from '../../question.ts';
import { plainOf } from '../container/html.ts';
import type { EmbeddedFile } from '../embedded-file.ts';
import type { Trouble } from '../item-file.ts';
import { htmlWithin } from './names.ts';

/** Reads marked-up texts of one item, and remembers what was lost. */
export class QtiTexts {
  readonly troubles: Trouble[] = [];
  readonly #files: (source: string) => EmbeddedFile | undefined;

  constructor(files: (source: string) => EmbeddedFile | undefined) {
    this.#files = files;
  }

  note(code: Trouble['code'], what?: string): void {
    if (!this.troubles.some((each) => each.code === code && each.what === what))
      this.troubles.push({ code, ...(what && { what }) });
  }

  read(html: string): { text: string; media: readonly Media[] } {
    const { text, media, troubles } = plainOf(html, this.#files);
    for (const { code, what } of troubles) this.note(code, what);
    return { text, media };
  }

  words(element: XmlElement): string {
    const { text, media } = this.read(htmlWithin(element));
    for (const { alt } of media) this.note('picture-left-behind', alt);
    return text;
  }
}
