import { useState } from 'preact/hooks';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Refusal } from '../../ui/notice.tsx';

const USUAL_DAYS = 7;
const MOST_DAYS = 60;

/** Opening a class to whoever has its code, until a day and for a number of people. */
export const InviteForm = ({ classId, onOpened }: { classId: string; onOpened: () => void }) => {
  const { invitation } = useMessages();
  const { invite: t } = invitation;
  const today = dayOf(new Date().toISOString());
  const [lastDay, setLastDay] = useState(addDays(today, USUAL_DAYS));
  const [places, setPlaces] = useState('40');
  const { run, busy, problem } = useAction();
  const submit = async (): Promise<void> => {
    const body = { lastDay, places: Number(places) };
    const made = await run(body, (key) => api.issueJoinCode({ params: { classId }, body, key }));
    if (made) onOpened();
  };
  return (
    <Form label={t.title} onSubmit={() => void submit()}>
      <p>{t.lead}</p>
      <div class="form-pair">
        <TextField
          label={t.lastDay}
          type="date"
          value={lastDay}
          onValue={setLastDay}
          required
          input={{ min: today, max: addDays(today, MOST_DAYS) }}
        />
        <TextField
          label={t.places}
          type="number"
          value={places}
          onValue={setPlaces}
          required
          input={{ min: 1, max: 200, inputMode: 'numeric' }}
        />
      </div>
      <Refusal problem={problem} />
      <div>
        <Button type="submit" busy={busy} busyLabel={t.opening}>
          <Icon name="people" size={22} />
          {t.open}
        </Button>
      </div>
    </Form>
  );
};
