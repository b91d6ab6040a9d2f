import './class-invite.css';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatDay } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { grouped } from '../join/code.ts';
import { InviteForm } from './invite-form.tsx';

export type JoinCode = NonNullable<BodyOf<'getJoinCode'>['joinCode']>;
type Class = { readonly classId: string; readonly name: string };

/** The address that a code stands for, as the QR code holds it. */
export const joinAddress = (code: string): string => `${location.origin}/vao-lop/${code}`;

const Code = ({ joinCode, name }: { joinCode: JoinCode; name: string }) => {
  const { invitation } = useMessages();
  const shown = useStore(language);
  const { code, places, placesLeft, lastDay } = joinCode;
  return (
    <div class="invite">
      <div class="invite-qr">
        <QrCode text={joinAddress(code)} label={invitation.invite.qr(name)} />
      </div>
      <div>
        <p class="muted">{invitation.invite.code}</p>
        <p class="invite-code">{grouped(code)}</p>
        <p>{invitation.invite.facts(placesLeft, places, formatDay(lastDay, shown))}</p>
      </div>
    </div>
  );
};

/** What makes sheets on the wall worthless is asked for twice. */
const Changes = ({ classId, joinCode, onChange }: Class & { joinCode: JoinCode; onChange: () => void }) => {
  const { invitation } = useMessages();
  const { invite: t } = invitation;
  const params = { classId };
  const answers = { yes: t.yes, no: t.no, busyLabel: t.working, onDone: onChange };
  return (
    <div class="row">
      <a class="btn" href={`/lop/${classId}/giay-moi`}>
        <Icon name="print" size={22} />
        {t.sheet}
      </a>
      <AskFirst
        ask={t.renewAsk}
        {...answers}
        content={[classId, joinCode.code, 'new']}
        act={(key) => api.issueJoinCode({ params, body: {}, key })}
      >
        {t.renew}
      </AskFirst>
      <AskFirst
        look="warn"
        ask={t.closeAsk}
        {...answers}
        content={[classId, joinCode.code]}
        act={() => api.closeJoinCode({ params })}
      >
        {t.close}
      </AskFirst>
    </div>
  );
};

/** The code by which people come into a class: large for the board, as QR for phones, on paper for the wall. */
export const ClassInvite = ({ classId, name }: Class) => {
  const { invitation } = useMessages();
  const loaded = useResource(() => api.getJoinCode({ params: { classId } }), [classId]);
  const reload = () => void loaded.reload();
  return (
    <section class="card stack no-print" aria-label={invitation.invite.title}>
      <h2>{invitation.invite.title}</h2>
      <Loaded of={loaded}>
        {({ joinCode }) =>
          joinCode ? (
            <>
              <Code joinCode={joinCode} name={name} />
              <Changes
                key={joinCode.code}
                classId={classId}
                name={name}
                joinCode={joinCode}
                onChange={reload}
              />
            </>
          ) : (
            <InviteForm classId={classId} onOpened={reload} />
          )
        }
      </Loaded>
    </section>
  );
};
