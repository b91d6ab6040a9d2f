import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';

type Item = BodyOf<'getBankItem'>['item'];
type Verdict = 'approved' | 'rejected';
type Outcome = BodyOf<'appraiseItems'>['outcomes'][number];
type Props = { readonly item: Item; readonly isOwn: boolean; readonly onDecided: () => void };

const useAppraisal = ({ item, onDecided }: Props) => {
  const [note, setNote] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const [refused, setRefused] = useState<Outcome>();
  const { run, busy, problem } = useAction();
  const decide = async (verdict: Verdict): Promise<void> => {
    const said = note.trim();
    setLacksReason(verdict === 'rejected' && said === '');
    if (verdict === 'rejected' && said === '') return;
    const items = [{ itemId: item.itemId, version: item.version }];
    const body =
      verdict === 'rejected'
        ? { verdict, items, note: said }
        : { verdict, items, ...(said && { note: said }) };
    const done = await run(body, () => api.appraiseItems({ params: { courseId: item.bankId }, body }));
    const [outcome] = done?.outcomes ?? [];
    setRefused(outcome?.detail ? outcome : undefined);
    if (outcome && !outcome.detail) onDecided();
  };
  return { note, setNote, lacksReason, refused, busy, problem, decide };
};

/** Approving a version or sending it back; whoever wrote it is told why somebody else has to. */
export const AppraisalForm = (props: Props) => {
  const { bank } = useMessages();
  const t = bank.appraisal;
  const { note, setNote, lacksReason, refused, busy, problem, decide } = useAppraisal(props);
  if (props.isOwn) return <Notice>{<p>{t.own}</p>}</Notice>;
  return (
    <Section title={t.title}>
      <div class="card card-main">
        <Form label={t.title} onSubmit={() => void decide('approved')}>
          <p>{t.lead}</p>
          <TextArea
            label={t.note}
            hint={t.noteHint}
            value={note}
            onValue={setNote}
            rows={3}
            maxLength={1000}
          />
          <Refusal problem={problem} />
          {/* No fault of the field: approving needs no reason, and a faulty field would hold it up. */}
          {lacksReason && note.trim() === '' && (
            <Notice tone="bad">
              <p>{t.noteMissing}</p>
            </Notice>
          )}
          {refused && (
            <Notice tone="bad">
              <p>{refused.detail}</p>
            </Notice>
          )}
          <Button type="submit" full busy={busy} busyLabel={t.sending}>
            {t.approve}
          </Button>
          <Button look="warn" full busy={busy} busyLabel={t.sending} onClick={() => void decide('rejected')}>
            {t.reject}
          </Button>
        </Form>
      </div>
    </Section>
  );
};
