import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { RequestFor } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import type { Material } from './standing.ts';

type Reason = RequestFor<'withdrawMaterial'>['body']['reason'];
type Props = {
  readonly material: Material;
  readonly mayReinstate: boolean;
  readonly onChange: (material: Material) => void;
};

const Withdraw = ({ material, onChange }: Props) => {
  const { materialDesk: t } = useMessages();
  const [reason, setReason] = useState<Reason>();
  const [tries, setTries] = useState(0);
  const part = useRef<HTMLDivElement>(null);
  // The reason is on record for good: none is put into anybody's mouth, and it is asked for where it is missing.
  useLayoutEffect(() => {
    if (tries > 0) part.current?.querySelector('select')?.focus();
  }, [tries]);
  const params = { materialId: material.materialId };
  return (
    <details class="section">
      <summary>{t.withdrawTitle}</summary>
      <div ref={part} class="stack">
        <p class="muted">{t.withdrawLead}</p>
        <SelectField
          label={t.reason}
          value={reason ?? ''}
          choices={[
            { value: '', text: t.chooseReason },
            ...Object.entries(t.reasons).map(([value, text]) => ({ value, text })),
          ]}
          fault={tries > 0 && !reason ? t.reasonMissing : undefined}
          onValue={(value) => setReason((value || undefined) as Reason | undefined)}
        />
        <div>
          {reason ? (
            <AskFirst
              look="warn"
              ask={t.withdrawAsk}
              yes={t.withdrawYes}
              no={t.cancel}
              content={reason}
              act={() => api.withdrawMaterial({ params, body: { reason } })}
              onDone={onChange}
            >
              {t.withdraw}
            </AskFirst>
          ) : (
            <Button look="warn" onClick={() => setTries(tries + 1)}>
              {t.withdraw}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
};

/** Takes what is shown off every list, or lists it again. */
export const WithdrawalPart = (props: Props) => {
  const { materialDesk: t } = useMessages();
  const { material, mayReinstate, onChange } = props;
  const params = { materialId: material.materialId };
  if (!material.issued) return null;
  if (!material.withdrawn) return <Withdraw {...props} />;
  if (!mayReinstate) return null;
  return (
    <div class="section">
      <AskFirst
        ask={t.reinstateAsk}
        yes={t.reinstateYes}
        no={t.cancel}
        content={material.revision}
        act={() => api.reinstateMaterial({ params })}
        onDone={onChange}
      >
        {t.reinstate}
      </AskFirst>
    </div>
  );
};
