import { formatMark } from '#shared/marks/marks.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';

type Enrolment = BodyOf<'listMyEnrolments'>['enrolments'][number];

const chipOf = (enrolment: Enrolment, t: Messages['home']): { look: string; text: string } => {
  const { status, resultHundredths, queuePosition } = enrolment;
  if (status === 'completed') {
    const text =
      resultHundredths === undefined ? t.completedNoMark : t.completed(formatMark(resultHundredths));
    return { look: 'chip-leaf', text };
  }
  if (status === 'waitlisted') {
    return { look: 'chip-sophora', text: queuePosition ? t.waiting(queuePosition) : t.waitingNoNumber };
  }
  return { look: 'chip-indigo', text: t.learning };
};

/** The person's courses with their results. */
export const MyCourses = ({ enrolments }: { enrolments: readonly Enrolment[] }) => {
  const { home: t } = useMessages();
  const shown = enrolments.filter(({ status }) => status !== 'cancelled');
  if (shown.length === 0) return null;
  return (
    <Section title={t.myCourses}>
      <ul class="stack-tight">
        {shown.map((enrolment) => {
          const { look, text } = chipOf(enrolment, t);
          return (
            <li key={enrolment.enrolmentId}>
              <a class="card home-course" href={`/khoa-hoc/${enrolment.courseSlug}`}>
                <b>{enrolment.courseTitle}</b>
                <span class={`chip ${look}`}>
                  {enrolment.status === 'completed' && <Icon name="tick" size={18} weight={3} />}
                  {text}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
