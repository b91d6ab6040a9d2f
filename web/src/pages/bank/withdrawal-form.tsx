import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';

type Item = BodyOf<'getBankItem'>['item'];
type Props = {
  readonly item: Item;
  /** The approved version, which is taken out of use. */
  readonly version: number;
  readonly onWithdrawn: () => void;
};

/** Taking the approved version of a question out of use: the reason first, then one more question. */
export const WithdrawalForm = ({ item, version, onWithdrawn }: Props) => {
  const { bank } = useMessages();
  const t = bank.withdrawal;
  const [note, setNote] = useState('');
  const [isLacking, setLacking] = useState(false);
  const said = note.trim();
  const params = { courseId: item.bankId, itemId: item.itemId };
  return (
    <Section title={t.title}>
      <div class="card">
        <Form label={t.title} onSubmit={() => setLacking(said === '')}>
          <p>{t.lead}</p>
          <TextArea
            label={t.note}
            value={note}
            fault={isLacking && said === '' ? t.noteMissing : undefined}
            onValue={setNote}
            rows={2}
            maxLength={1000}
          />
          {said === '' ? (
            <Button look="warn" type="submit">
              {t.press}
            </Button>
          ) : (
            <AskFirst
              look="warn"
              ask={t.ask}
              yes={t.yes}
              no={t.no}
              busyLabel={t.sending}
              content={[item.itemId, version, said]}
              act={() => api.withdrawItem({ params, body: { version, note: said } })}
              onDone={onWithdrawn}
            >
              {t.press}
            </AskFirst>
          )}
        </Form>
      </div>
    </Section>
  );
};
