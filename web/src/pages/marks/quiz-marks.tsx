import './marks.css';
import { useLocation, useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { CorrectPart } from './correct-part.tsx';
import { MarksPart } from './marks-part.tsx';
import { TimePart } from './time-part.tsx';

/** Parts of the page by their place in the address. */
const PARTS = { marks: 'diem', correct: 'cham-lai', time: 'them-gio' } as const;
type Part = keyof typeof PARTS;

/** Only the training office corrects what was asked. */
const partsFor = (isOffice: boolean): readonly Part[] =>
  isOffice ? ['marks', 'correct', 'time'] : ['marks', 'time'];

type TabsProps = { readonly quizId: string; readonly part: Part; readonly isOffice: boolean };

const Tabs = ({ quizId, part, isOffice }: TabsProps) => {
  const { marks: t } = useMessages();
  return (
    <nav class="tabs no-print" aria-label={t.tabsLabel}>
      {partsFor(isOffice).map((one) => (
        <a
          key={one}
          href={`/ket-qua/${quizId}?muc=${PARTS[one]}`}
          aria-current={one === part ? 'page' : undefined}
        >
          {t.tabs[one]}
        </a>
      ))}
    </nav>
  );
};

/** One quiz as those see it who answer for its marks. */
const QuizMarksPage = () => {
  const { marks: t, teaching, authoring } = useMessages();
  const quizId = useRoute().params.quizId ?? '';
  const { query } = useLocation();
  const who = useStore(session);
  const isOffice = who.state === 'in' && who.roles.includes('training-head');
  const loaded = useResource(() => api.getQuiz({ params: { quizId } }), [quizId]);
  const part = partsFor(isOffice).find((one) => PARTS[one] === query.muc) ?? 'marks';
  const course = loaded.data?.courseId;
  const back =
    isOffice && course
      ? { href: `/soan-khoa-hoc/${course}`, label: authoring.title }
      : { href: '/lop', label: teaching.title };
  return (
    <Page key={quizId} title={loaded.data ? t.ofQuiz(loaded.data.title) : t.title} back={back}>
      <OnlyFor roles={['teacher', 'training-head']}>
        <Loaded of={loaded}>
          {(quiz) => (
            <>
              <Tabs {...{ quizId, part, isOffice }} />
              <a class="link-alone no-print" href={`/thi-giay/${quizId}`}>
                {t.onPaper}
              </a>
              {part === 'marks' && <MarksPart {...{ quiz, isOffice }} />}
              {part === 'correct' && <CorrectPart quiz={quiz} />}
              {part === 'time' && <TimePart quiz={quiz} />}
            </>
          )}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default QuizMarksPage;
