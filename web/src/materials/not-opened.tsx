import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Said in the place of a material whose files or script did not come. */
export const NotOpened = ({ again }: { readonly again: () => void }) => {
  const { courses: t, common } = useMessages();
  return (
    <Notice tone="bad">
      <p>{t.notOpened}</p>
      <Button small onClick={again}>
        {common.retry}
      </Button>
    </Notice>
  );
};
