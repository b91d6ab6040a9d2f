import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';

type Level = { readonly format: string; readonly text: string; readonly start: number };
type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, { readonly of: string; readonly starts: ReadonlyMap<number, number> }>;
};

const value = (element: XmlElement | undefined, name: string): string | undefined =>
  childNamed(element, name)?.attributes['w:val'];
const number = (text: string | undefined, otherwise: number): number => Number(text ?? otherwise);

const levelsOf = (list: XmlElement): ReadonlyMap<number, Level> =>
  new Map(
    childrenNamed(list, 'w:lvl').map((level) => [
      number(level.attributes['w:ilvl'], 0),
      {
        format: value(level, 'w:numFmt') ?? 'decimal',
        text: value(level, 'w:lvlText') ?? '',
        start: number(value(level, 'w:start'), 1),
      },
    ]),
  );

const startsOf = (list: XmlElement): ReadonlyMap<number, number> =>
  new Map(
    childrenNamed(list, 'w:lvlOverride').flatMap((level): [number, number][] => {
      const start = value(level, 'w:startOverride');
      return start === undefined ? [] : [[number(level.attributes['w:ilvl'], 0), Number(start)]];
    }),
  );

const numberingOf = (root: XmlElement | undefined): Numbering => ({
  levels: new Map(
    childrenNamed(root, 'w:abstractNum').map((list) => [
      list.attributes['w:abstractNumId'] ?? '',
      levelsOf(list),
    ]),
  ),
  lists: new Map(
    childrenNamed(root, 'w:num').map((list) => [
      list.attributes['w:numId'] ?? '',
      { of: value(list, 'w:abstractNumId') ?? '', starts: startsOf(list) },
    ]),
  ),
});

const letter = (count: number): string => String.fromCharCode(65 + ((count - 1) % 26));

const written = (count: number, format: string): string => {
  if (format === 'upperLetter') return letter(count);
  if (format === 'lowerLetter') return letter(count).toLowerCase();
  return format === 'bullet' || format === 'none' ? '' : String(count);
};

/**
 * The labels that Word writes before the paragraphs of its lists, which stand nowhere in the text: "Câu 1.", "A.".
 * Ask for them in the order of the document; bullets have none.
 */
export function listLabels(root: XmlElement | undefined) {
  const { levels, lists } = numberingOf(root);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (listId: string, depth: number): string => {
    const list = lists.get(listId);
    const shape = levels.get(list?.of ?? '');
    const level = shape?.get(depth);
    if (!list || !level || level.format === 'bullet') return '';
    const own = counts.get(list.of) ?? [];
    const restart = begun.has(`${listId}/${depth}`) ? undefined : list.starts.get(depth);
    begun.add(`${listId}/${depth}`);
    own[depth] = restart ?? (own[depth] === undefined ? level.start : own[depth] + 1);
    own.length = depth + 1;
    counts.set(list.of, own);
    return level.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      return written(own[at] ?? shape?.get(at)?.start ?? 1, shape?.get(at)?.format ?? 'decimal');
    });
  };
}
