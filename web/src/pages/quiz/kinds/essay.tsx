import type { Messages } from '../../../messages/language.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import type { SeenOf } from '../../../quiz/full-answer.ts';
import { TextArea } from '../../../ui/fields.tsx';
import { type AnswerProps, givenTo } from './answer-props.ts';
import { Criteria } from './criteria.tsx';

const MAX_LENGTH = 20_000;

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

const lengthHint = ({ minWords: from, maxWords: to }: SeenOf<'essay'>, t: Messages['items']) => {
  if (from && to) return t.wordsBetween(from, to);
  if (from) return t.wordsFrom(from);
  return to ? t.wordsUpTo(to) : undefined;
};

/** A text of one's own, which a teacher will mark. */
const Essay = ({ item, response, onAnswer }: AnswerProps<'essay'>) => {
  const { quiz, items: t } = useMessages();
  const text = givenTo('essay', response)?.text ?? '';
  const hint = lengthHint(item, t);
  return (
    <div class="stack">
      <Criteria criteria={item.criteria} />
      <TextArea
        label={quiz.yourAnswer}
        {...(hint && { hint })}
        rows={8}
        maxLength={MAX_LENGTH}
        value={text}
        onValue={(value) => onAnswer({ kind: 'essay', text: value })}
      />
      <p class="muted small">{t.wordCount(wordsIn(text))}</p>
    </div>
  );
};
export default Essay;
