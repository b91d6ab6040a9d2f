import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { currentPersonId } from '../../session/session.ts';
import { Lotus } from '../../ui/drawings.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Waiting } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { useFirstLesson } from './use-first-lesson.ts';

/** Somebody with an account has come in: one button, to the first lesson. */
export const Joined = ({ one }: { one: BodyOf<'joinClassByCode'> }) => {
  const { join: t, courses } = useMessages();
  const begin = useFirstLesson(currentPersonId());
  return (
    <Page key="joined" title={t.joined(one.name)} lead={t.joinedLead} narrow>
      <div class="card card-main nothing">
        <Lotus />
        {begin ? (
          <>
            {begin.course && <p class="muted">{begin.course}</p>}
            <a class="btn btn-full" href={begin.href}>
              {begin.title ? courses.start(begin.title) : t.start}
              <Icon name="forward" size={22} weight={2.6} />
            </a>
          </>
        ) : (
          <Waiting />
        )}
      </div>
    </Page>
  );
};
