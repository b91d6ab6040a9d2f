import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { ChannelFields, type ChannelKind, type DraftChannel } from './channel-fields.tsx';

const FIRST_CHANNELS: readonly ChannelKind[] = ['poster', 'zalo'];

/** A new campaign: what for, from when to when, where its links lead, and its channels. */
export const CampaignForm = ({ onCancel }: { onCancel: () => void }) => {
  const { campaigns: t, common } = useMessages();
  const { route } = useLocation();
  const today = dayOf(new Date().toISOString());
  const [name, setName] = useState('');
  const [goal, setGoal] = useState('');
  const [landingPath, setLandingPath] = useState('/khoa-hoc');
  const [opensOn, setOpensOn] = useState(today);
  const [closesOn, setClosesOn] = useState(addDays(today, 30));
  const [channels, setChannels] = useState<readonly DraftChannel[]>(() =>
    FIRST_CHANNELS.map((kind, id) => ({ id, kind, label: t.defaultLabels[kind] })),
  );
  const courses = useResource(() => api.listCourses(), []);
  const { run, busy, problem } = useAction();
  const landings = [
    { value: '/khoa-hoc', text: t.form.landingCourses },
    ...(courses.data?.courses ?? []).map(({ slug, title }) => ({ value: `/khoa-hoc/${slug}`, text: title })),
  ];
  const isBackwards = closesOn < opensOn;

  const submit = async (): Promise<void> => {
    if (isBackwards) return;
    const sent = channels.map(({ kind, label }) => ({ kind, label }));
    const body = { name, goal, landingPath, opensOn, closesOn, channels: sent };
    const campaign = await run(body, (key) => api.createCampaign({ body, key }));
    if (campaign) route(`/chien-dich/${campaign.campaignId}`);
  };

  return (
    <Form label={t.create} onSubmit={() => void submit()}>
      <div class="card card-main stack">
        <TextField label={t.form.name} value={name} onValue={setName} required input={{ maxLength: 120 }} />
        <TextField label={t.form.goal} value={goal} onValue={setGoal} required input={{ maxLength: 300 }} />
        <SelectField label={t.form.landing} value={landingPath} choices={landings} onValue={setLandingPath} />
        <div class="form-pair">
          <TextField label={t.form.opensOn} type="date" value={opensOn} onValue={setOpensOn} required />
          <TextField
            label={t.form.closesOn}
            type="date"
            value={closesOn}
            onValue={setClosesOn}
            fault={isBackwards ? t.form.closesFirst : undefined}
            required
          />
        </div>
      </div>
      <ChannelFields channels={channels} onChange={setChannels} />
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
