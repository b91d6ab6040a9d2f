/** A page of a PDF for tests: lines of text from the top, A4 upright unless it says otherwise. */
export type TinyPage = {
  readonly lines: readonly string[];
  /** Points of 1/72 inch. */
  readonly size?: readonly [width: number, height: number];
  /** Degrees clockwise that a viewer turns it by. */
  readonly rotate?: number;
};

const A4 = [595, 842] as const;
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const stream = (text: string) => `<</Length ${Buffer.byteLength(text, 'latin1')}>>stream\n${text}\nendstream`;

/** Characters as single bytes, and the table from which a reader learns what they mean (PDF 32000-1, 9.10.3). */
function encoding(pages: readonly TinyPage[]) {
  const characters = [...new Set(pages.flatMap(({ lines }) => [...lines.join('')]))];
  if (characters.length > 200) throw new RangeError('one font holds 200 different characters');
  const codes = new Map(characters.map((character, at) => [character, at + 33]));
  const pairs = characters.map((character) => {
    const units = [...Buffer.from(character, 'utf16le').swap16()].map((byte) => hex(byte, 2)).join('');
    return `<${hex(codes.get(character) ?? 0, 2)}> <${units}>`;
  });
  // A table takes a hundred pairs at a time.
  const sections = [pairs.slice(0, 100), pairs.slice(100)]
    .filter((some) => some.length > 0)
    .map((some) => `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n1 begincodespacerange <00> <ff> endcodespacerange\n${sections.join('\n')}\nendcmap end end`;
  return { map, write: (line: string) => [...line].map((each) => hex(codes.get(each) ?? 0, 2)).join('') };
}

/** Lays numbered objects one after the other and closes with the table of where each begins. */
function assemble(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A small PDF whose words can be read back, any language of them; `trailer` adds entries to its trailer. */
export function tinyPdf(pages: readonly TinyPage[], trailer = ''): Buffer {
  const { map, write } = encoding(pages);
  const first = 5;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const leaves = pages.flatMap(({ lines, size: [width, height] = A4, rotate = 0 }, at) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + 2 * at + 1} 0 R>>`,
    stream(
      `BT /F1 18 Tf 24 TL 40 ${height - 60} Td ${lines.map((line) => `<${write(line)}> Tj T*`).join(' ')} ET`,
    ),
  ]);
  return assemble(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>',
      stream(map),
      ...leaves,
    ],
    trailer,
  );
}

/** The trailer of a file that asks for a password: standard handler, 128 bits (PDF 32000-1, 7.6). */
export const WITH_PASSWORD = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<0102><0102>]`;
