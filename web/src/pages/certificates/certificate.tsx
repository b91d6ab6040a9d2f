import './certificates.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { certificates } from '../../messages/vi/certificates.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { completedOf } from './record-code.ts';
import { Sheet } from './sheet.tsx';

bringWords({ certificates });

const Missing = () => {
  const { certificates } = useMessages();
  const t = certificates.sheet;
  return (
    <Nothing text={t.missing}>
      <a class="btn" href="/chung-nhan">
        {t.toList}
      </a>
    </Nothing>
  );
};

const MySheet = ({ enrolmentId }: { enrolmentId: string }) => {
  const { certificates } = useMessages();
  const t = certificates.sheet;
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const me = useResource(() => api.getMe(), [personId]);
  const mine = useResource(() => api.listMyEnrolments(), [personId]);
  return (
    <Loaded of={me}>
      {({ fullName }) => (
        <Loaded of={mine}>
          {({ enrolments }) => {
            const found = completedOf(enrolments).find((one) => one.enrolmentId === enrolmentId);
            if (!found) return <Missing />;
            return (
              <div class="stack">
                <Sheet {...found} name={fullName} course={found.courseTitle} />
                <div class="no-print stack-tight">
                  <Button full onClick={() => print()}>
                    <Icon name="print" />
                    {t.print}
                  </Button>
                  <p class="muted">{t.printHint}</p>
                </div>
              </div>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
};

/** The sheet of one completed course. */
const CertificatePage = () => {
  const { certificates: t } = useMessages();
  const enrolmentId = useRoute().params.enrolmentId ?? '';
  return (
    <div class="certificate-page">
      <Page title={t.sheet.page} back={{ href: '/chung-nhan', label: t.title }}>
        <OnlyFor roles={['learner']}>
          <MySheet enrolmentId={enrolmentId} />
        </OnlyFor>
      </Page>
    </div>
  );
};
export default CertificatePage;
