import '../../markdown/markdown.css';
import './help.css';
import { api } from '../../api/api.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Page } from '../../ui/page.tsx';
import { GuideList } from './guide-list.tsx';
import { Helpers } from './helpers.tsx';
import { NoteCard } from './note-card.tsx';
import { Urgent } from './urgent.tsx';
import { useHelpWords } from './use-help-words.ts';

/** Help for everybody, signed in or not, with a network or without: what is urgent first, then guides, people, a note. */
const HelpPage = () => {
  const t = useHelpWords();
  const who = useStore(session);
  const personId = who.state === 'in' ? who.personId : undefined;
  const me = useResource(personId ? () => api.getMe() : undefined, [personId]);
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="help">
        <div class="stack">
          <Urgent />
          <GuideList />
        </div>
        <div>
          <Helpers classes={me.data?.classes ?? []} />
          <NoteCard name={me.data?.fullName} />
        </div>
      </div>
    </Page>
  );
};
export default HelpPage;
