/** A question as a learner is shown it. */
export type Item = {
  readonly itemId: string;
  readonly kind: string;
  readonly stem: string;
  readonly options?: readonly { readonly optionId: string; readonly text: string }[];
};
/**
 * What the file marks as right, up to its feedback: options `=text`, or `~%50%text` with a positive weight, and
 * statements followed by `{TRUE`.
 */
export const rightOnes = (gift: string): Set<string> =>
  new Set(
    [/^(?:=|~%\d[\d.]*%)(.+?)(?:#.*)?$/gm, /^::[^:]+::(.+?)\{TRUE/gm].flatMap((marked) =>
      [...gift.matchAll(marked)].map(([, text = '']) => text.trim()),
    ),
  );

/** The right answer to what can be answered by choosing; undefined for what has to be typed or matched. */
export function rightResponse(
  { kind, stem, options = [] }: Item,
  right: ReadonlySet<string>,
): object | undefined {
  const chosen = options.filter(({ text }) => right.has(text)).map(({ optionId }) => optionId);
  if (kind === 'single-choice') return { kind, optionId: chosen[0] ?? '' };
  if (kind === 'multiple-choice') return { kind, optionIds: chosen };
  return kind === 'true-false' ? { kind, value: right.has(stem) } : undefined;
}
