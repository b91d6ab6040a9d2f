import type { Response, SeenItem } from '../../../services/quizzes/contract.ts';

type Words = { readonly true: string; readonly false: string };

/** What was answered, in the words of the question, a line for each part; none when it was left out. */
export const answerLines = (
  item: SeenItem,
  response: Response | undefined,
  words: Words,
): readonly string[] => {
  if (response?.kind === 'true-false') return [response.value ? words.true : words.false];
  if (response?.kind === 'short-answer' || response?.kind === 'numeric')
    return response.text.trim() === '' ? [] : [response.text];
  if (response?.kind === 'single-choice' && item.kind === response.kind)
    return item.options.flatMap(({ optionId, text }) => (optionId === response.optionId ? [text] : []));
  if (response?.kind === 'multiple-choice' && item.kind === response.kind)
    return item.options.flatMap(({ optionId, text }) =>
      response.optionIds.includes(optionId) ? [text] : [],
    );
  if (response?.kind !== 'matching' || item.kind !== response.kind) return [];
  const texts = new Map(item.choices.map(({ choiceId, text }) => [choiceId, text]));
  return item.prompts.flatMap(({ promptId, text }) => {
    const choice = texts.get(response.pairs[promptId] ?? '');
    return choice === undefined ? [] : [`${text} → ${choice}`];
  });
};
