import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The Excel template, made on the spot; its writer is fetched only then. */
export const ItemTemplateButton = () => {
  const { authoring } = useMessages();
  const t = authoring.bank.template;
  const [hasFailed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    try {
      const { itemTemplate } = await import('./item-template.ts');
      const bytes = await itemTemplate(t);
      saveFile(new Blob([bytes.slice()], { type: EXCEL }), t.fileName);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div>
      <Button look="quiet" onClick={() => void save()}>
        <Icon name="download" size={22} />
        {t.get}
      </Button>
      {hasFailed && (
        <Notice tone="bad">
          <p>{t.failed}</p>
        </Notice>
      )}
    </div>
  );
};
