import './bank.css';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { QuestionForm } from './question-form.tsx';

/** Editing a question by hand: a next version over the one that is shown. */
const EditItemPage = () => {
  const { bank: t } = useMessages();
  const { courseId = '', itemId = '' } = useRoute().params;
  const loaded = useResource(() => api.getBankItem({ params: { courseId, itemId } }), [courseId, itemId]);
  const title = loaded.data?.item.title;
  return (
    <Page
      key={itemId}
      title={title ? t.edit.editOf(title) : t.edit.edit}
      back={{ href: `/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}`, label: title ?? t.columns.stem }}
    >
      <OnlyFor roles={['teacher', 'training-head']}>
        <Loaded of={loaded}>{(found) => <QuestionForm courseId={courseId} found={found} />}</Loaded>
      </OnlyFor>
    </Page>
  );
};
export default EditItemPage;
