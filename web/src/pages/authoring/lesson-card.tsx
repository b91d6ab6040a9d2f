import { useState } from 'preact/hooks';
import type { Markdown as Drawn } from '../../markdown/markdown.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import type { DraftLesson } from './course-draft.ts';

type Props = {
  readonly lesson: DraftLesson;
  readonly no: number;
  readonly of: number;
  readonly onChange: (part: Partial<DraftLesson>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

type OrderProps = Omit<Props, 'lesson' | 'onChange'> & { readonly isWritten: boolean };

/** What draws a lesson is fetched when somebody wants to see theirs: the form itself does without. */
const loadMarkdown = () => import('../../markdown/markdown.tsx');

const Preview = ({ no, text }: { no: number; text: string }) => {
  const { authoring, common } = useMessages();
  const t = authoring.form;
  const [isOpen, setOpen] = useState(false);
  const [Markdown, setMarkdown] = useState<typeof Drawn>();
  const open = async (): Promise<void> => {
    const loaded = await loadMarkdown().catch(() => undefined);
    if (loaded) setMarkdown(() => loaded.Markdown);
  };
  const drawn = Markdown ? <Markdown text={text} /> : <p role="status">{common.loading}</p>;
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) void open();
      }}
    >
      <summary>{t.preview(no)}</summary>
      {isOpen && <div class="preview">{text.trim() === '' ? <p>{t.emptyPreview}</p> : drawn}</div>}
    </details>
  );
};

/** Blocks that a practice is made from (docs/adr/0020), so that nobody has to know the brackets by heart. */
const PracticeSamples = ({ onInsert }: { onInsert: (sample: string) => void }) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  return (
    <div class="stack-tight">
      <div class="row">
        <Button look="quiet" small onClick={() => onInsert(t.practiceSample)}>
          {t.addPractice}
        </Button>
        <Button look="quiet" small onClick={() => onInsert(t.thingsSample)}>
          {t.addThings}
        </Button>
      </div>
      <p class="muted small">
        {t.practiceHint} {t.practiceOpen}
      </p>
    </div>
  );
};

const withSample = (text: string, sample: string): string =>
  [text.trimEnd(), sample].filter(Boolean).join('\n\n');

const Remove = ({ no, isWritten, onRemove }: Omit<OrderProps, 'of' | 'onMove'>) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  if (!isWritten)
    return (
      <Button look="warn" small onClick={onRemove}>
        {t.remove(no)}
      </Button>
    );
  return (
    <AskFirst
      look="warn"
      small
      ask={t.removeAsk(no)}
      yes={t.removeYes}
      no={t.removeNo}
      content={no}
      act={async () => ({ ok: true, body: no })}
      onDone={onRemove}
    >
      {t.remove(no)}
    </AskFirst>
  );
};

const Order = ({ no, of, isWritten, onMove, onRemove }: OrderProps) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  return (
    <div class="row">
      {no > 1 && (
        <Button look="quiet" small label={t.moveUp(no)} onClick={() => onMove(-1)}>
          {t.up}
        </Button>
      )}
      {no < of && (
        <Button look="quiet" small label={t.moveDown(no)} onClick={() => onMove(1)}>
          {t.down}
        </Button>
      )}
      {of > 1 && <Remove no={no} isWritten={isWritten} onRemove={onRemove} />}
    </div>
  );
};

/** One lesson of the course that is being written. One with text is removed only after it was asked for. */
export const LessonCard = ({ lesson, no, of, onChange, onMove, onRemove }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  return (
    <section class="card stack" aria-label={t.lesson(no)}>
      <h3>{t.lesson(no)}</h3>
      <div class="lesson-line">
        <TextField
          label={t.lessonTitle(no)}
          value={lesson.title}
          onValue={(title) => onChange({ title })}
          required
          input={{ maxLength: 120, autocomplete: 'off' }}
        />
        <TextField
          label={t.lessonMinutes(no)}
          type="number"
          value={lesson.minutes}
          onValue={(minutes) => onChange({ minutes })}
          required
          input={{ min: 1, max: 240, inputMode: 'numeric' }}
        />
      </div>
      <TextArea
        label={t.lessonText(no)}
        hint={t.textHint}
        value={lesson.text}
        onValue={(text) => onChange({ text })}
        rows={8}
        maxLength={20_000}
        required
      />
      <PracticeSamples onInsert={(sample) => onChange({ text: withSample(lesson.text, sample) })} />
      <Preview no={no} text={lesson.text} />
      <Order no={no} of={of} isWritten={lesson.text.trim() !== ''} onMove={onMove} onRemove={onRemove} />
    </section>
  );
};
