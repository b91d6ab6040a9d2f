import './join.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { saysCode } from '../../learning/class-name.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { newcomerWith } from '../../session/newcomer.ts';
import { useOnline } from '../../state/use-online.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ChoosePerson } from './choose-person.tsx';
import { digitsOf, grouped, isWhole } from './code.ts';
import { CodeForm } from './code-form.tsx';
import { DemoClass } from './demo-class.tsx';
import { Joined } from './joined.tsx';
import { Slip } from './slip.tsx';

type InvitingClass = BodyOf<'getInvitation'>;

/** Says beforehand what an attempt without a network would come to. */
const NetworkNeeded = () => {
  const { join: t } = useMessages();
  if (useOnline()) return null;
  return (
    <Notice>
      <p>{t.needsNetwork}</p>
    </Notice>
  );
};

/** The class that the code leads to, and who comes in; a code that does not work leaves the field to mend it. */
const Invited = ({ code, onJoined, onRegistered }: Parameters<typeof ChoosePerson>[0]) => {
  const { join: t } = useMessages();
  const invitation = useResource(() => api.getInvitation({ params: { code } }), [code]);
  const { problem } = invitation;
  if (problem && problem.status >= 400 && problem.status < 500)
    return (
      <div class="stack">
        <Refusal problem={problem} />
        <CodeForm />
      </div>
    );
  return (
    <Loaded of={invitation}>
      {(one) => (
        <div class="stack">
          <section class="card card-main" aria-label={t.found}>
            <p class="muted">{t.found}</p>
            <p class="join-class">{one.name}</p>
            <p class="row spread">
              {!saysCode(one) && <span class="chip chip-indigo">{one.code}</span>}
              <a class="back" href="/vao-lop">
                {t.otherCode}
              </a>
            </p>
          </section>
          <ChoosePerson code={code} onJoined={onJoined} onRegistered={onRegistered} />
        </div>
      )}
    </Loaded>
  );
};

/** The class of a code: who comes in, and then that they have. */
const ByCode = ({ code }: { code: string }) => {
  const { join: t } = useMessages();
  const [joined, setJoined] = useState<InvitingClass>();
  // Somebody who is registering may have reloaded the page, or taken the phone over from somebody else.
  const [newcomer, setNewcomer] = useState(() => newcomerWith(code));
  if (newcomer?.made)
    return (
      <Page key="slip" title={t.joined(newcomer.made.className)} lead={t.joinedLead} narrow>
        <Slip newcomer={newcomer} made={newcomer.made} onGone={() => setNewcomer(undefined)} />
      </Page>
    );
  if (joined) return <Joined one={joined} />;
  return (
    <Page title={t.title} lead={`${t.code}: ${grouped(code)}`} narrow>
      <Invited code={code} onJoined={setJoined} onRegistered={() => setNewcomer(newcomerWith(code))} />
    </Page>
  );
};

/** Coming into a class by its code, typed here or brought by the QR code: as somebody with an account, or as somebody new. */
const JoinPage = () => {
  const { join: t } = useMessages();
  const code = digitsOf(useRoute().params.code ?? '');
  if (isWhole(code)) return <ByCode key={code} code={code} />;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <div class="stack">
        <NetworkNeeded />
        <CodeForm />
        <DemoClass />
      </div>
    </Page>
  );
};
export default JoinPage;
