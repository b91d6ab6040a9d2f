import { Parser } from 'htmlparser2';
import type { Media } from '../../question.ts';
import type { EmbeddedFile } from '../embedded-file.ts';
import type { Trouble } from '../item-file.ts';

/** A formatted text as the bank keeps it: its words, what is seen or heard beside them, and what was lost. */
export type PlainText = {
  readonly text: string;
  readonly media: readonly Media[];
  readonly troubles: readonly Trouble[];
};

/** Elements that begin and end a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p div br li tr ul ol table h1 h2 h3 h4 h5 h6 blockquote pre section article hr dt dd figure'.split(' '),
);
const SHOWN: ReadonlySet<string> = new Set(['img', 'audio', 'video', 'source', 'object']);
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title']);
/** What carries a meaning that plain words lose. */
const LOST: Readonly<Record<string, Trouble['code']>> = {
  ...{ sub: 'style-lost', sup: 'style-lost', u: 'style-lost', s: 'style-lost', del: 'style-lost' },
  ...{ table: 'table-flattened', iframe: 'object-left-behind', embed: 'object-left-behind', math: 'formula' },
};

type Attributes = Readonly<Record<string, string>>;
type Files = (source: string) => EmbeddedFile | undefined;

const nameOf = (source: string): string =>
  decodeURIComponentSafely(source.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
const decodeURIComponentSafely = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const mediaIn = (
  { src, data, alt, title }: Attributes,
  files: Files,
): { media: Media; isNamed: boolean } | Trouble => {
  const source = src ?? data ?? '';
  const file = files(source);
  if (!file) return { code: 'picture-left-behind', what: nameOf(source).slice(0, 60) };
  const said = (alt || title || '').trim();
  const { fileId, mediaType } = file;
  return {
    media: { fileId, mediaType, alt: said || nameOf(source) || fileId.slice(0, 8) },
    isNamed: said !== '',
  };
};

/** Collects what a parser meets. */
class Writer {
  readonly media: Media[] = [];
  readonly troubles: Trouble[] = [];
  text = '';
  #skipping = 0;
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  open(name: string, attributes: Attributes): void {
    if (SKIPPED.has(name)) this.#skipping += 1;
    const code = LOST[name];
    if (code && !this.troubles.some((each) => each.code === code)) this.troubles.push({ code });
    if (BLOCKS.has(name)) this.text += '\n';
    if (name === 'td' || name === 'th') this.text += ' ';
    if (name === 'li') this.text += '- ';
    if (SHOWN.has(name) && (attributes.src ?? attributes.data)) this.#show(attributes);
    // A sound that lies in the file is often a link to be pressed; its words follow as text.
    if (name === 'a' && attributes.href && this.#files(attributes.href)) this.#show({ src: attributes.href });
  }

  #show(attributes: Attributes): void {
    const found = mediaIn(attributes, this.#files);
    if ('code' in found) this.troubles.push(found);
    else {
      this.media.push(found.media);
      if (!found.isNamed) this.troubles.push({ code: 'alt-missing', what: found.media.alt });
    }
  }

  write(text: string): void {
    if (this.#skipping === 0) this.text += text.replace(/\s+/g, ' ');
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping -= 1;
    if (BLOCKS.has(name) && name !== 'br') this.text += '\n';
  }
}

const tidy = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
    .normalize('NFC');

/** TeX between the marks that Moodle's filters know. */
const TEX = /\$\$[\s\S]+?\$\$|\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\]/;

/** The words of HTML with its pictures, sounds and films, which `files` knows by their source. */
export function plainOf(html: string, files: Files = () => undefined): PlainText {
  const writer = new Writer(files);
  const parser = new Parser({
    onopentag: (name, attributes) => writer.open(name, attributes),
    ontext: (text) => writer.write(text),
    onclosetag: (name) => writer.close(name),
  });
  parser.end(html);
  const text = tidy(writer.text);
  const troubles = TEX.test(text)
    ? [...writer.troubles, { code: 'formula-as-text' as const }]
    : writer.troubles;
  return { text, media: writer.media, troubles };
}
