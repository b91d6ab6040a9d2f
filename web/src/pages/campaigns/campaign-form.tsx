import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { ChannelFields, type ChannelKind, type DraftChannel } from './channel-fields.tsx';

const FIRST_CHANNELS: readonly ChannelKind[] = ['poster', 'zalo'];

type Draft = {
  readonly name: string;
  readonly goal: string;
  readonly landingPath: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly channels: readonly DraftChannel[];
};
type PartProps = { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void };

/** A month from today, with the channels that most campaigns have. */
const emptyDraft = ({ campaigns: t }: Messages): Draft => {
  const today = dayOf(new Date().toISOString());
  return {
    ...{ name: '', goal: '', landingPath: '/khoa-hoc', opensOn: today, closesOn: addDays(today, 30) },
    channels: FIRST_CHANNELS.map((kind, id) => ({ id, kind, label: t.defaultLabels[kind] })),
  };
};

const isBackwards = ({ opensOn, closesOn }: Draft): boolean => closesOn < opensOn;

const LandingField = ({ draft, onChange }: PartProps) => {
  const { campaigns: t } = useMessages();
  const courses = useResource(() => api.listCourses(), []);
  const landings = [
    { value: '/khoa-hoc', text: t.form.landingCourses },
    ...(courses.data?.courses ?? []).map(({ slug, title }) => ({ value: `/khoa-hoc/${slug}`, text: title })),
  ];
  return (
    <SelectField
      label={t.form.landing}
      value={draft.landingPath}
      choices={landings}
      onValue={(landingPath) => onChange({ landingPath })}
    />
  );
};

const AboutFields = ({ draft, onChange }: PartProps) => {
  const { campaigns: t } = useMessages();
  const field = (key: 'name' | 'goal' | 'opensOn' | 'closesOn') => ({
    label: t.form[key],
    value: draft[key],
    onValue: (value: string) => onChange({ [key]: value }),
    required: true,
  });
  return (
    <div class="card card-main stack">
      <TextField {...field('name')} input={{ maxLength: 120 }} />
      <TextField {...field('goal')} input={{ maxLength: 300 }} />
      <LandingField draft={draft} onChange={onChange} />
      <div class="form-pair">
        <TextField {...field('opensOn')} type="date" />
        <TextField
          {...field('closesOn')}
          type="date"
          fault={isBackwards(draft) ? t.form.closesFirst : undefined}
        />
      </div>
    </div>
  );
};

/** A new campaign: what for, from when to when, where its links lead, and its channels. */
export const CampaignForm = ({ onCancel }: { onCancel: () => void }) => {
  const messages = useMessages();
  const { campaigns: t, common } = messages;
  const { route } = useLocation();
  const [draft, setDraft] = useState(() => emptyDraft(messages));
  const { run, busy, problem } = useAction();
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));

  const submit = async (): Promise<void> => {
    if (isBackwards(draft)) return;
    const body = { ...draft, channels: draft.channels.map(({ kind, label }) => ({ kind, label })) };
    const campaign = await run(body, (key) => api.createCampaign({ body, key }));
    if (campaign) route(`/chien-dich/${campaign.campaignId}`);
  };

  return (
    <Form label={t.create} onSubmit={() => void submit()}>
      <AboutFields draft={draft} onChange={change} />
      <ChannelFields channels={draft.channels} onChange={(channels) => change({ channels })} />
      <Refusal problem={problem} />
      <div class="row">
        <Button type="submit" busy={busy} busyLabel={t.form.submitting}>
          {t.form.submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {common.back}
        </Button>
      </div>
    </Form>
  );
};
