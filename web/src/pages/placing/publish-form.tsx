import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf, Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Tick } from '../../ui/tick.tsx';

type Course = BodyOf<'listCourses'>['courses'][number];
type Diagnostic = BodyOf<'publishDiagnostic'>;

const DOMAINS = ['1', '2', '3', '4', '5', '6'] as const;
type Domain = (typeof DOMAINS)[number];

/** Numbers of the form with the limits that the service has for them. */
const NUMBERS = {
  questionsPerDomain: { label: 'most', min: 3, max: 10, usual: 6 },
  hoursOpen: { label: 'hours', min: 1, max: 168, usual: 24 },
  repeatAfterDays: { label: 'days', min: 0, max: 365, usual: 14 },
} as const;
type NumberName = keyof typeof NUMBERS;
const NAMES = Object.keys(NUMBERS) as NumberName[];

type ChoiceProps<T extends string> = {
  readonly legend: string;
  readonly all: readonly { readonly value: T; readonly text: string }[];
  readonly chosen: readonly T[];
  readonly onChosen: (chosen: readonly T[]) => void;
};

const Choices = <T extends string>({ legend, all, chosen, onChosen }: ChoiceProps<T>) => {
  const { placing: t } = useMessages();
  return (
    <fieldset class="field">
      <legend class="field-label">{legend}</legend>
      <div class="ticks">
        {all.map(({ value, text }) => (
          <Tick
            key={value}
            checked={chosen.includes(value)}
            onChecked={(isChosen) =>
              onChosen(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          >
            {text}
          </Tick>
        ))}
      </div>
      {chosen.length === 0 && (
        <small class="fault" data-missing tabIndex={-1}>
          {t.chooseSome}
        </small>
      )}
    </fieldset>
  );
};

type Numbers = Readonly<Record<NumberName, string>>;

const NumberFields = ({ of, onChange }: { of: Numbers; onChange: (numbers: Numbers) => void }) => {
  const { placing: t } = useMessages();
  return NAMES.map((name) => {
    const { label, min, max } = NUMBERS[name];
    return (
      <TextField
        key={name}
        label={t[label]}
        type="number"
        value={of[name]}
        onValue={(text) => onChange({ ...of, [name]: text })}
        required
        input={{ min, max, inputMode: 'numeric' }}
      />
    );
  });
};

/** Which domains have too few questions, as the service says it. */
const Thin = ({ problem }: { problem: Problem | undefined }) => (
  <>
    <Refusal problem={problem} />
    {problem?.errors && (
      <ul class="stack-tight">
        {problem.errors.map(({ pointer, detail }) => (
          <li key={pointer}>{detail}</li>
        ))}
      </ul>
    )}
  </>
);

/** What is in use, so that a small change is a small change; what would be usual before the first. */
const useDraft = (courses: readonly Course[], title: string, inUse: Diagnostic | undefined) => {
  const [draft, setDraft] = useState({
    title: inUse?.title ?? title,
    domains: inUse?.domains ?? (DOMAINS as readonly Domain[]),
    // A course that is gone from the catalogue has no tick to take away.
    courseIds: courses
      .map(({ courseId }) => courseId)
      .filter((id) => inUse?.courseIds?.includes(id) ?? true) as readonly string[],
    numbers: Object.fromEntries(
      NAMES.map((name) => [name, String(inUse?.[name] ?? NUMBERS[name].usual)]),
    ) as Numbers,
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return { draft, change };
};

const bodyOf = ({ title, domains, courseIds, numbers }: ReturnType<typeof useDraft>['draft']) => ({
  title,
  courseIds: [...courseIds],
  domains: DOMAINS.filter((domain) => domains.includes(domain)),
  ...Object.fromEntries(NAMES.map((name) => [name, Number(numbers[name])])),
});

/** Whether no field has a fault; until then the button leads to the first that has. */
const isComplete = ({ title, domains, courseIds, numbers }: ReturnType<typeof useDraft>['draft']): boolean =>
  title.trim() !== '' &&
  domains.length > 0 &&
  courseIds.length > 0 &&
  NAMES.every((name) => {
    const { min, max } = NUMBERS[name];
    const number = Number(numbers[name] || Number.NaN);
    return Number.isInteger(number) && number >= min && number <= max;
  });

/** Agreeing is all: what the service says of it is told in the form, beside what can be changed. */
const agreed = async () => ({ ok: true, body: undefined }) as const;

type Props = {
  readonly courses: readonly Course[];
  readonly inUse: Diagnostic | undefined;
  readonly onPublished: (diagnostic: Diagnostic) => void;
};

/**
 * What a diagnostic asks and from where. Publishing takes the place of what everybody takes, so it asks first where there is
 * one; the domains that questions are too few for are named by the service.
 */
export const PublishForm = ({ courses, inUse, onPublished }: Props) => {
  const { placing: t, courses: words } = useMessages();
  const { draft, change } = useDraft(courses, t.nameSample, inUse);
  const { run, busy, problem } = useAction();
  const body = bodyOf(draft);
  const publish = async (): Promise<void> => {
    const published = await run(body, (key) => api.publishDiagnostic({ body, key }));
    if (published) onPublished(published);
  };
  return (
    <Form onSubmit={() => !inUse && void publish()} label={t.publish}>
      <TextField
        label={t.name}
        value={draft.title}
        onValue={(title) => change({ title })}
        required
        input={{ maxLength: 120 }}
      />
      <Choices
        legend={t.domains}
        all={DOMAINS.map((value) => ({ value, text: words.domains[value] }))}
        chosen={draft.domains}
        onChosen={(domains) => change({ domains })}
      />
      <Choices
        legend={t.banks}
        all={courses.map(({ courseId, title }) => ({ value: courseId, text: title }))}
        chosen={draft.courseIds}
        onChosen={(courseIds) => change({ courseIds })}
      />
      <NumberFields of={draft.numbers} onChange={(numbers) => change({ numbers })} />
      <Thin problem={problem} />
      {inUse && isComplete(draft) && !busy ? (
        <AskFirst
          look="warn"
          {...{ ask: t.ask, yes: t.yes, no: t.no, content: body, act: agreed }}
          onDone={() => void publish()}
        >
          {t.send}
        </AskFirst>
      ) : (
        <Button type="submit" busy={busy}>
          {t.send}
        </Button>
      )}
    </Form>
  );
};
