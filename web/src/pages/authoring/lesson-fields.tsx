import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { type DraftLesson, MAX_LESSONS, withLesson, withMoved } from './course-draft.ts';
import { LessonCard } from './lesson-card.tsx';

type Props = {
  readonly lessons: readonly DraftLesson[];
  readonly onChange: (lessons: readonly DraftLesson[]) => void;
};

/** The lessons in their order, each with its text. */
export const LessonFields = ({ lessons, onChange }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  return (
    <section class="stack" aria-label={t.lessons}>
      <h2>{t.lessons}</h2>
      <ol class="stack">
        {lessons.map((lesson, at) => (
          <li key={lesson.id}>
            <LessonCard
              lesson={lesson}
              no={at + 1}
              of={lessons.length}
              onChange={(part) =>
                onChange(lessons.map((other) => (other === lesson ? { ...lesson, ...part } : other)))
              }
              onMove={(by) => onChange(withMoved(lessons, lesson.id, by))}
              onRemove={() => onChange(lessons.filter((other) => other !== lesson))}
            />
          </li>
        ))}
      </ol>
      {lessons.length < MAX_LESSONS && (
        <div>
          <Button look="quiet" onClick={() => onChange(withLesson(lessons))}>
            {t.add}
          </Button>
        </div>
      )}
    </section>
  );
};
