import './bank.css';
import { useRoute } from 'preact-iso/router';
import { useMessages } from '../../messages/use-messages.ts';
import { OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { QuestionForm } from './question-form.tsx';

/** Writing a question by hand. */
const NewItemPage = () => {
  const { bank: t } = useMessages();
  const courseId = useRoute().params.courseId ?? '';
  return (
    <Page title={t.edit.create} back={{ href: `/soan-khoa-hoc/${courseId}/cau-hoi`, label: t.title }}>
      <OnlyFor roles={['teacher', 'training-head']}>
        <QuestionForm courseId={courseId} />
      </OnlyFor>
    </Page>
  );
};
export default NewItemPage;
