import type { Response, SeenItem } from '../contract.ts';

const isSubset = (ids: readonly string[], of: readonly string[]): boolean =>
  new Set(ids).size === ids.length && ids.every((id) => of.includes(id));

const optionIds = (item: Extract<SeenItem, { options: unknown }>) =>
  item.options.map((each) => each.optionId);

/** Whether a response answers this question: its kind, and ids that were shown, none twice. */
export function fits(item: SeenItem, response: Response): boolean {
  if (item.kind === 'single-choice' && response.kind === item.kind)
    return isSubset([response.optionId], optionIds(item));
  if (item.kind === 'multiple-choice' && response.kind === item.kind)
    return isSubset(response.optionIds, optionIds(item));
  if (item.kind === 'matching' && response.kind === item.kind) {
    const choiceIds = item.choices.map((each) => each.choiceId);
    const promptIds = item.prompts.map((each) => each.promptId);
    return (
      isSubset(Object.keys(response.pairs), promptIds) &&
      Object.values(response.pairs).every((id) => choiceIds.includes(id))
    );
  }
  return item.kind === response.kind;
}
