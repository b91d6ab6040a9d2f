import '../campaigns/poster.css';
import './class-invite.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { formatDay } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Logo, Lotus } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { grouped } from '../join/code.ts';
import { type JoinCode, joinAddress } from './class-invite.tsx';

const Sheet = ({ name, joinCode }: { name: string; joinCode: JoinCode }) => {
  const { invitation, common } = useMessages();
  const { sheet: t } = invitation;
  const shown = useStore(language);
  return (
    <article class="poster" aria-label={t.title}>
      <header class="poster-head">
        <Logo size={64} />
        <span>
          <b>{common.brand}</b>
          {common.centre}
        </span>
      </header>
      <p class="poster-goal">{t.title}</p>
      {name !== '' && <h2>{name}</h2>}
      <div class="poster-code">
        <QrCode text={joinAddress(joinCode.code)} label={invitation.invite.qr(name)} />
      </div>
      <p class="poster-scan">{t.scan}</p>
      <p class="poster-link">{t.or(`${location.host}/vao-lop`)}</p>
      <p class="invitation-code">{grouped(joinCode.code)}</p>
      <footer class="poster-foot">
        <Lotus size={72} />
        <span>
          {t.free}
          <br />
          {t.until(formatDay(joinCode.lastDay, shown))}
        </span>
      </footer>
    </article>
  );
};

const invitationTo = async (classId: string) => {
  const [classes, code] = await Promise.all([api.listClasses(), api.getJoinCode({ params: { classId } })]);
  if (!classes.ok) return classes;
  if (!code.ok) return code;
  const name = classes.body.classes.find((one) => one.classId === classId)?.name ?? '';
  return { ok: true as const, body: { name, joinCode: code.body.joinCode } };
};

/** An A4 sheet for the notice board that lets people into a class. On paper only the sheet is printed. */
const InvitationPage = () => {
  const { invitation } = useMessages();
  const { sheet: t } = invitation;
  const { classId = '' } = useRoute().params;
  const loaded = useResource(() => invitationTo(classId), [classId]);
  return (
    <div class="poster-page">
      <Page
        title={t.title}
        back={{ href: `/lop/${classId}?muc=moi`, label: t.back }}
        actions={
          <Button onClick={() => print()}>
            <Icon name="print" size={22} />
            {t.print}
          </Button>
        }
      >
        <Loaded of={loaded}>
          {({ name, joinCode }) =>
            joinCode ? (
              <Sheet name={name} joinCode={joinCode} />
            ) : (
              <Nothing text={t.noCode}>
                <a class="btn" href={`/lop/${classId}?muc=moi`}>
                  {t.back}
                </a>
              </Nothing>
            )
          }
        </Loaded>
      </Page>
    </div>
  );
};
export default InvitationPage;
