import { strToU8, zipSync } from 'fflate';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of letters with the properties that Word writes for them. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph, in a list when one is named: `numId`, and the depth in it. */
export const paragraph = (runs: string, list?: { numId: number; depth?: number }): string => {
  const numbered = list
    ? `<w:pPr><w:numPr><w:ilvl w:val="${list.depth ?? 0}"/><w:numId w:val="${list.numId}"/></w:numPr></w:pPr>`
    : '';
  return `<w:p>${numbered}${runs}</w:p>`;
};

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** Lists as Word keeps them: 1 has questions and, below them, options; 2 is of bullets; 3 begins the options of list 1 anew. */
const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Câu %1:')}${level(1, 'upperLetter', '%2.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '-')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const STYLES = `<w:styles xmlns:w="w"><w:style w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style></w:styles>`;

/** A picture in a run, as Word draws it in line; the id is that of `pictured`. */
export const drawing = (id: string, description = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${escaped(description)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A .docx of these paragraphs. */
export const wordFile = (...paragraphs: readonly string[]): Uint8Array => wordFileWith({}, ...paragraphs);

/** The same with pictures, by the ids that its text calls them. */
export const wordFileWith = (
  pictures: Readonly<Record<string, Uint8Array>>,
  ...paragraphs: readonly string[]
): Uint8Array =>
  zipSync({
    ...Object.fromEntries(Object.entries(pictures).map(([id, bytes]) => [`word/media/${id}.png`, bytes])),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${Object.keys(pictures)
        .map((id) => `<Relationship Id="${id}" Target="media/${id}.png"/>`)
        .join('')}</Relationships>`,
    ),
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w" xmlns:m="m"><w:body>${paragraphs.join('')}<w:sectPr/></w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(NUMBERING),
    'word/styles.xml': strToU8(STYLES),
  });
