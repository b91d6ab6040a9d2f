import { useState } from 'preact/hooks';
import type { BodyOf } from '../../api/types.ts';
import {
  type DraftOf,
  forgetQuestion,
  keepQuestion,
  keptQuestion,
  type QuestionDraft,
} from './kept-question.ts';
import { asKind } from './other-kind.ts';
import { blankOf, type Kind, type Question } from './question-draft.ts';

type Found = BodyOf<'getBankItem'>;

const begun = (found: Found | undefined): QuestionDraft => ({
  question: found?.question ?? blankOf('single-choice'),
  aside: {},
  version: found?.item.version,
});

/** The question that is written; every change is kept in the tab at once, `isKept` says whether the last one was. */
export const useQuestionDraft = (of: DraftOf, found: Found | undefined) => {
  const [draft, setDraft] = useState(() => keptQuestion(of) ?? begun(found));
  const [isKept, setKept] = useState(true);
  const [isResumed, setResumed] = useState(() => keptQuestion(of) !== undefined);
  const change = (next: QuestionDraft): void => {
    setDraft(next);
    setKept(keepQuestion(of, next));
  };
  const { question, aside, version } = draft;
  return {
    question,
    isKept,
    /** Something written before stands in the form. */
    isResumed,
    /** Somebody saved another version since. */
    isBehind: version !== found?.item.version,
    setQuestion: (next: Question) => change({ ...draft, question: next }),
    setKind: (kind: Kind) =>
      change({
        ...draft,
        question: asKind(kind, question, aside),
        aside: { ...aside, [question.kind]: question },
      }),
    forget: () => forgetQuestion(of),
    startAgain: () => {
      forgetQuestion(of);
      setDraft(begun(found));
      setResumed(false);
    },
  };
};
