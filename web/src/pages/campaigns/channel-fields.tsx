import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';

export type ChannelKind = BodyOf<'getCampaign'>['channels'][number]['kind'];
/** A channel on the form; `id` only tells the rows apart. */
export type DraftChannel = { readonly id: number; readonly kind: ChannelKind; readonly label: string };

type Props = {
  readonly channels: readonly DraftChannel[];
  readonly onChange: (channels: readonly DraftChannel[]) => void;
};

const isKind = (text: string, kinds: Readonly<Record<ChannelKind, string>>): text is ChannelKind =>
  Object.hasOwn(kinds, text);

/** The channels of a campaign, one row each; every one will get a tracked link of its own. */
export const ChannelFields = ({ channels, onChange }: Props) => {
  const { campaigns: t } = useMessages();
  const kinds = Object.entries(t.kinds).map(([value, text]) => ({ value, text }));
  const change = (id: number, next: Partial<DraftChannel>): void =>
    onChange(channels.map((channel) => (channel.id === id ? { ...channel, ...next } : channel)));
  const changeKind = (channel: DraftChannel, kind: string): void => {
    if (!isKind(kind, t.kinds)) return;
    const isUntouched = Object.values(t.defaultLabels).includes(channel.label);
    change(channel.id, { kind, label: isUntouched ? t.defaultLabels[kind] : channel.label });
  };
  const add = (): void => {
    const kind = (Object.keys(t.kinds) as ChannelKind[]).find((one) =>
      channels.every((channel) => channel.kind !== one),
    );
    const id = Math.max(0, ...channels.map((channel) => channel.id)) + 1;
    onChange([...channels, { id, kind: kind ?? 'website', label: t.defaultLabels[kind ?? 'website'] }]);
  };
  return (
    <fieldset class="card stack">
      <legend class="unseen">{t.channels}</legend>
      <h2>{t.channels}</h2>
      {channels.map((channel, at) => (
        <div key={channel.id} class="channel-fields">
          <SelectField
            label={t.channelKindNo(at + 1)}
            value={channel.kind}
            choices={kinds}
            onValue={(kind) => changeKind(channel, kind)}
          />
          <TextField
            label={t.channelLabelNo(at + 1)}
            value={channel.label}
            onValue={(label) => change(channel.id, { label })}
            required
            input={{ maxLength: 60 }}
          />
          {channels.length > 1 && (
            <Button
              look="quiet"
              small
              onClick={() => onChange(channels.filter(({ id }) => id !== channel.id))}
            >
              {t.removeChannel(at + 1)}
            </Button>
          )}
        </div>
      ))}
      {channels.length < 20 && (
        <div>
          <Button look="quiet" small onClick={add}>
            {t.addChannel}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
