import './class-invite.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatDay } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { grouped } from '../join/code.ts';
import { InviteForm } from './invite-form.tsx';

export type JoinCode = NonNullable<BodyOf<'getJoinCode'>['joinCode']>;
type Class = { readonly classId: string; readonly name: string };

/** The address that a code stands for, as the QR code holds it. */
export const joinAddress = (code: string): string => `${location.origin}/vao-lop/${code}`;

const Code = ({ joinCode, name }: { joinCode: JoinCode; name: string }) => {
  const { join } = useMessages();
  const shown = useStore(language);
  const { code, places, placesLeft, lastDay } = joinCode;
  return (
    <div class="invite">
      <div class="invite-qr">
        <QrCode text={joinAddress(code)} label={join.invite.qr(name)} />
      </div>
      <div>
        <p class="muted">{join.invite.code}</p>
        <p class="invite-code">{grouped(code)}</p>
        <p>{join.invite.facts(placesLeft, places, formatDay(lastDay, shown))}</p>
      </div>
    </div>
  );
};

type Asked = 'renew' | 'close';

/** What makes sheets on the wall worthless is asked for twice. */
const Changes = ({ classId, joinCode, onChange }: Class & { joinCode: JoinCode; onChange: () => void }) => {
  const { join } = useMessages();
  const { invite: t } = join;
  const [asked, setAsked] = useState<Asked>();
  const { run, busy, problem } = useAction();
  const params = { classId };
  const change = async (): Promise<void> => {
    const done =
      asked === 'close'
        ? await run([classId, joinCode.code], () => api.closeJoinCode({ params }))
        : await run([classId, joinCode.code, 'new'], (key) => api.issueJoinCode({ params, body: {}, key }));
    if (done === undefined && asked !== 'close') return;
    setAsked(undefined);
    onChange();
  };
  if (asked)
    return (
      <Notice>
        <p>{asked === 'close' ? t.closeAsk : t.renewAsk}</p>
        <Refusal problem={problem} />
        <div class="row">
          <Button look="warn" small busy={busy} busyLabel={t.working} onClick={() => void change()}>
            {t.yes}
          </Button>
          <Button look="quiet" small onClick={() => setAsked(undefined)}>
            {t.no}
          </Button>
        </div>
      </Notice>
    );
  return (
    <div class="row">
      <a class="btn" href={`/lop/${classId}/giay-moi`}>
        <Icon name="print" size={22} />
        {t.sheet}
      </a>
      <Button look="quiet" onClick={() => setAsked('renew')}>
        {t.renew}
      </Button>
      <Button look="warn" onClick={() => setAsked('close')}>
        {t.close}
      </Button>
    </div>
  );
};

/** The code by which people come into a class: large for the board, as QR for phones, on paper for the wall. */
export const ClassInvite = ({ classId, name }: Class) => {
  const { join } = useMessages();
  const loaded = useResource(() => api.getJoinCode({ params: { classId } }), [classId]);
  const reload = () => void loaded.reload();
  return (
    <section class="card stack no-print" aria-label={join.invite.title}>
      <h2>{join.invite.title}</h2>
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
