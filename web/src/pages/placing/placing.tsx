import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { isSettled, useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing, OnlyFor, Waiting } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { PublishForm } from './publish-form.tsx';

type Diagnostic = NonNullable<BodyOf<'getCurrentDiagnostic'>['diagnostic']>;

const InUse = ({ of }: { of: Diagnostic }) => {
  const { placing: t } = useMessages();
  const { title, publishedAt, domains, questionsPerDomain, hoursOpen, repeatAfterDays } = of;
  return (
    <div class="card card-main stack">
      <p class="strong">{t.since(title, publishedAt)}</p>
      <p>{t.extent(domains.length, questionsPerDomain)}</p>
      <p>{t.limits(hoursOpen, repeatAfterDays)}</p>
      <p class="muted">{t.seeClasses}</p>
    </div>
  );
};

const PlacingDesk = () => {
  const { placing: t } = useMessages();
  const current = useResource(() => api.getCurrentDiagnostic(), []);
  const courses = useResource(() => api.listCourses(), []);
  // The form starts from what is in use, so it waits until that is no longer an earlier word of this device.
  const isKnown = current.data !== undefined && isSettled(current);
  const [isSent, setSent] = useState(false);
  const published = (diagnostic: Diagnostic) => {
    current.replace({ diagnostic });
    setSent(true);
  };
  return (
    <>
      <Section title={t.now}>
        <Loaded of={current}>
          {({ diagnostic }) => (diagnostic ? <InUse of={diagnostic} /> : <Nothing text={t.none} />)}
        </Loaded>
        {isSent && (
          <Notice tone="good">
            <p>{t.sent}</p>
          </Notice>
        )}
      </Section>
      <Section title={t.publish}>
        <p class="muted">{t.rule}</p>
        {isKnown ? (
          <Loaded of={courses}>
            {({ courses: all }) => (
              <PublishForm courses={all} inUse={current.data?.diagnostic} onPublished={published} />
            )}
          </Loaded>
        ) : (
          !current.problem && <Waiting />
        )}
      </Section>
    </>
  );
};

/** The diagnostic that learners take, and publishing the next one. */
const PlacingPage = () => {
  const { placing: t, authoring } = useMessages();
  return (
    <Page title={t.title} lead={t.lead} back={{ href: '/soan-khoa-hoc', label: authoring.title }} narrow>
      <OnlyFor roles={['training-head']}>
        <PlacingDesk />
      </OnlyFor>
    </Page>
  );
};
export default PlacingPage;
