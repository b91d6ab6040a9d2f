import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isAnswered, useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { LampWoodcut } from '../../ui/woodcut-drawings.tsx';
import { CourseStrip } from './course-strip.tsx';

type FirstCardProps = {
  readonly course: { readonly slug: string; readonly title: string } | undefined;
  /** Room is left for a course that may still come. */
  readonly isComing: boolean;
};

/** One large way in, and the others below it. */
const FirstCard = ({ course, isComing }: FirstCardProps) => {
  const { home: t, join } = useMessages();
  return (
    <section class="card card-main card-flush" aria-label={t.firstLesson}>
      <LampWoodcut />
      <div class="card-body stack">
        {(course || isComing) && <p class="muted home-first">{course?.title}</p>}
        <a class="btn btn-full" href={course ? `/khoa-hoc/${course.slug}/bai/1` : '/khoa-hoc'}>
          <Icon name="play" size={22} />
          {t.firstLesson}
        </a>
        <span class="chip chip-leaf">
          <Icon name="tick" size={18} weight={3} />
          {t.firstLessonMore}
        </span>
        <a class="btn btn-quiet btn-full" href="/vao-lop">
          {join.title}
        </a>
        <a class="btn btn-quiet btn-full" href="/dang-nhap">
          {t.haveAccount}
        </a>
        <a class="back" href="/hoi-giup">
          <Icon name="alert" size={22} />
          {t.urgentHelp}
        </a>
      </div>
    </section>
  );
};

const Steps = () => {
  const { home: t } = useMessages();
  return (
    <ol class="home-steps">
      {t.guestSteps.map(({ title, text }, at) => (
        <li key={title} class="card">
          <span class="home-step" aria-hidden="true">
            {at + 1}
          </span>
          <span>
            <b>{title}</b>
            <span class="muted">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};

/** For a visitor: what this is, a first lesson without an account, and the way to sign in. */
export const GuestHome = () => {
  const { home: t } = useMessages();
  const loaded = useResource(() => api.listCourses(), []);
  const first = loaded.data?.courses.find(({ lessonCount }) => lessonCount > 0);
  return (
    <Page title={t.guestTitle} lead={t.guestLead}>
      <div class="home-guest">
        <FirstCard course={first} isComing={!isAnswered(loaded)} />
        <Steps />
      </div>
      {loaded.data?.courses.length !== 0 && (
        <Section title={t.otherThings}>
          <CourseStrip of={loaded} />
        </Section>
      )}
    </Page>
  );
};
