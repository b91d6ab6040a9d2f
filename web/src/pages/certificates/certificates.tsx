import './certificates.css';
import { formatMark } from '#shared/marks/marks.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { certificates } from '../../messages/vi/certificates.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { completedOf } from './record-code.ts';
import { useDayWords } from './use-day-words.ts';

bringWords({ certificates });

type Enrolment = BodyOf<'listMyEnrolments'>['enrolments'][number];

const Record = ({ enrolment }: { enrolment: Enrolment }) => {
  const { certificates: t } = useMessages();
  const dayWords = useDayWords();
  const { enrolmentId, courseTitle, resultHundredths, completedAt } = enrolment;
  return (
    <a class="card card-main certificate-card" href={`/chung-nhan/${enrolmentId}`}>
      <span class="certificate-seal">
        <Icon name="award" size={34} />
      </span>
      <span class="certificate-words">
        <b>{courseTitle}</b>
        <span class="row">
          {resultHundredths !== undefined && (
            <span class="chip chip-leaf">{t.mark(formatMark(resultHundredths))}</span>
          )}
          {completedAt && <span class="muted small">{dayWords(completedAt)}</span>}
        </span>
        <span class="certificate-open">
          {t.open}
          <Icon name="forward" size={20} weight={2.6} />
        </span>
      </span>
    </a>
  );
};

/** The way to a first certificate: the course one is in, or all courses. */
const NoneYet = ({ enrolments }: { enrolments: readonly Enrolment[] }) => {
  const { certificates: t } = useMessages();
  const current = enrolments.find(({ status }) => status === 'confirmed');
  return (
    <Nothing text={t.none}>
      <a class="btn" href={current ? `/khoa-hoc/${current.courseSlug}` : '/khoa-hoc'}>
        {current ? t.toNext : t.toCourses}
      </a>
    </Nothing>
  );
};

const Mine = () => {
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const mine = useResource(() => api.listMyEnrolments(), [personId]);
  return (
    <Loaded of={mine}>
      {({ enrolments }) => {
        const completed = completedOf(enrolments);
        if (completed.length === 0) return <NoneYet enrolments={enrolments} />;
        return (
          <ul class="stack">
            {completed.map((enrolment) => (
              <li key={enrolment.enrolmentId}>
                <Record enrolment={enrolment} />
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
};

/** The courses that somebody has completed, each with a sheet to print. */
const CertificatesPage = () => {
  const { certificates: t } = useMessages();
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <OnlyFor roles={['learner']}>
        <Mine />
      </OnlyFor>
    </Page>
  );
};
export default CertificatesPage;
