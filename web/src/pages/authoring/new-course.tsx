import './authoring.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { CompetenceTicks } from '../../competences/competence-ticks.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { OnlyFor } from '../../ui/loaded.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AboutFields } from './about-fields.tsx';
import { courseOf, MAX_CODES } from './course-draft.ts';
import { forgetDraft } from './kept-draft.ts';
import { LessonFields } from './lesson-fields.tsx';
import { useCourseDraft } from './use-course-draft.ts';

const CourseForm = ({ personId }: { personId: string }) => {
  const { authoring } = useMessages();
  const t = authoring.form;
  const { route } = useLocation();
  const { draft, change, isKept } = useCourseDraft(personId);
  const [isTried, setTried] = useState(false);
  const { run, busy, problem } = useAction();
  const codes = draft.competenceCodes.length;
  const isTicked = codes > 0 && codes <= MAX_CODES;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isTicked) return;
    const body = courseOf(draft);
    const course = await run(body, (key) => api.createCourse({ body, key }));
    if (!course) return;
    forgetDraft(personId);
    route(`/soan-khoa-hoc/${course.courseId}`, true);
  };

  return (
    <Form label={authoring.create} onSubmit={() => void submit()}>
      <AboutFields draft={draft} onChange={change} />
      <fieldset class="card stack-tight">
        <legend class="unseen">{t.competences}</legend>
        <h2>{t.competences}</h2>
        <p class="muted">{t.competencesHint}</p>
        <CompetenceTicks
          chosen={draft.competenceCodes}
          onChange={(competenceCodes) => change({ competenceCodes })}
          chosenWords={t.chosen}
        />
      </fieldset>
      <LessonFields lessons={draft.lessons} onChange={(lessons) => change({ lessons })} />
      {isTried && !isTicked && (
        <Notice tone="bad">
          <p>{codes === 0 ? t.pickSome : t.pickFewer}</p>
        </Notice>
      )}
      <Refusal problem={problem} />
      <p class={isKept ? 'muted small' : 'strong'} role="status">
        {isKept ? t.kept : t.notKept}
      </p>
      <Button type="submit" full busy={busy} busyLabel={t.submitting}>
        {t.submit}
      </Button>
    </Form>
  );
};

/** Entering a course with its lessons; what is written stays on this device until it is saved. */
const NewCoursePage = () => {
  const { authoring: t } = useMessages();
  const who = useStore(session);
  return (
    <Page title={t.create} back={{ href: '/soan-khoa-hoc', label: t.title }} narrow>
      <OnlyFor roles={['training-head']}>
        {who.state === 'in' && <CourseForm key={who.personId} personId={who.personId} />}
      </OnlyFor>
    </Page>
  );
};
export default NewCoursePage;
