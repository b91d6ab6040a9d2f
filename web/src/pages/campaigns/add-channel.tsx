import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import type { ChannelKind } from './channel-fields.tsx';

type Props = { readonly campaignId: string; readonly onAdded: (campaign: BodyOf<'addChannel'>) => void };

/** Adds a channel to a running campaign. */
export const AddChannel = ({ campaignId, onAdded }: Props) => {
  const { campaigns: t } = useMessages();
  const [kind, setKind] = useState<ChannelKind>('website');
  const [label, setLabel] = useState('');
  const { run, busy, problem } = useAction();
  const submit = async (): Promise<void> => {
    const body = { kind, label };
    const campaign = await run(body, (key) => api.addChannel({ params: { campaignId }, body, key }));
    if (!campaign) return;
    setLabel('');
    onAdded(campaign);
  };
  return (
    <div class="card">
      <Form label={t.addChannel} onSubmit={() => void submit()}>
        <div class="form-pair">
          <SelectField
            label={t.channelKind}
            value={kind}
            choices={Object.entries(t.kinds).map(([value, text]) => ({ value, text }))}
            onValue={(value) => setKind(value as ChannelKind)}
          />
          <TextField
            label={t.channelLabel}
            value={label}
            onValue={setLabel}
            required
            input={{ maxLength: 60 }}
          />
        </div>
        <Refusal problem={problem} />
        <div>
          <Button type="submit" look="quiet" busy={busy}>
            {t.addChannel}
          </Button>
        </div>
      </Form>
    </div>
  );
};
