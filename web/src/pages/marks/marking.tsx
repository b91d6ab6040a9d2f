import './marks.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatTime } from '../../format/dates.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { FilesFrom, type FilesOf } from '../../quiz/files-of.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { LaterMedia } from '../quiz/kinds/later-media.tsx';
import { HandedFiles } from './handed-files.tsx';
import type { MarkingTask } from './rubric.ts';
import { RubricForm } from './rubric-form.tsx';

type Queue = BodyOf<'getMarkingQueue'>;
type Marked = BodyOf<'markAnswer'>;

/** The next answer, and how many wait by then. */
const loadNext = async (quizId: string) => {
  const params = { quizId };
  const claimed = await api.claimMarkingTask({ params });
  if (!claimed.ok) return claimed;
  const queue = await api.getMarkingQueue({ params });
  if (!queue.ok) return queue;
  return { ok: true as const, body: { task: claimed.body.task, queue: queue.body } };
};

const savedSentence = ({ decided, disputed }: Marked, t: Messages['marks']['marking']): string => {
  if (disputed) return t.savedDisputed;
  return decided ? t.saved : t.savedSecond;
};

const Answer = ({ response, from }: Pick<MarkingTask, 'response'> & { from: FilesOf }) => {
  const { marks } = useMessages();
  const t = marks.marking;
  if (response.kind === 'file-answer') return <HandedFiles files={response.files} from={from} />;
  const text = response.kind === 'essay' ? response.text : '';
  return text.trim() === '' ? <p class="muted">{t.blank}</p> : <p class="marking-text">{text}</p>;
};

type ToReadProps = { readonly task: MarkingTask; readonly from: FilesOf; readonly takesFocus: boolean };

/** The question and the answer; after a saved mark the next question takes the focus, so that it is read aloud. */
const ToRead = ({ task, from, takesFocus }: ToReadProps) => {
  const { marks } = useMessages();
  const t = marks.marking;
  const shown = useStore(language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  return (
    <div class="stack">
      <h2 ref={heading} tabIndex={-1}>
        {t.question}
      </h2>
      <p class="marking-text">{task.stem}</p>
      <FilesFrom.Provider value={from}>
        <LaterMedia media={task.media} />
      </FilesFrom.Provider>
      <section class="card stack-tight" aria-label={t.answer}>
        <h2>{t.answer}</h2>
        <Answer response={task.response} from={from} />
      </section>
      <p class="muted small">
        {t.anonymous} {t.heldUntil(formatTime(task.leasedUntil, shown))}
      </p>
    </div>
  );
};

const QueueSentence = ({ queue: { waiting, forMe, disputed } }: { queue: Queue }) => {
  const { marks } = useMessages();
  const t = marks.marking;
  const others = waiting - forMe - disputed;
  return (
    <div>
      {forMe > 0 && <p class="marks-sentence">{t.left(forMe)}</p>}
      {others > 0 && <p class="muted">{t.others(others)}</p>}
      {disputed > 0 && <p class="muted">{t.disputed(disputed)}</p>}
    </div>
  );
};

const MarkingDesk = ({ quizId }: { quizId: string }) => {
  const { marks } = useMessages();
  const t = marks.marking;
  const [marked, setMarked] = useState<Marked>();
  const next = useResource(() => loadNext(quizId), [quizId]);
  return (
    <Loaded of={next}>
      {({ task, queue }) => (
        <div class="stack">
          {marked && (
            <Notice tone="good">
              <p class="strong">{savedSentence(marked, t)}</p>
            </Notice>
          )}
          <QueueSentence queue={queue} />
          {!task && (
            <Nothing text={t.nothing}>
              <a class="btn" href={`/ket-qua/${quizId}`}>
                {t.toMarks}
              </a>
            </Nothing>
          )}
          {task && (
            <div class="marking" key={task.taskId}>
              <ToRead
                task={task}
                from={{ kind: 'task', task: { quizId, taskId: task.taskId } }}
                takesFocus={marked !== undefined}
              />
              <div class="card">
                <RubricForm
                  {...{ quizId, task }}
                  onMarked={(body) => {
                    setMarked(body);
                    void next.reload();
                  }}
                  onNext={() => {
                    setMarked(undefined);
                    void next.reload();
                  }}
                />
              </div>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
};

/** Marking answers of one quiz, one after another, without names. */
const MarkingPage = () => {
  const { marks } = useMessages();
  const quizId = useRoute().params.quizId ?? '';
  const quiz = useResource(() => api.getQuiz({ params: { quizId } }), [quizId]);
  const title = quiz.data ? marks.marking.ofQuiz(quiz.data.title) : marks.marking.title;
  return (
    <Page key={quizId} title={title} back={{ href: `/ket-qua/${quizId}`, label: marks.title }}>
      <OnlyFor roles={['teacher', 'training-head']}>
        <MarkingDesk quizId={quizId} />
      </OnlyFor>
    </Page>
  );
};
export default MarkingPage;
