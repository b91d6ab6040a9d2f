import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { RequestFor } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Tick } from '../../ui/tick.tsx';
import { toggled } from './about.ts';
import type { Draft, Material } from './standing.ts';

type Body = RequestFor<'appraiseMaterial'>['body'];
type Check = Body['checks'][number];
type Props = {
  readonly material: Material & { readonly draft: Draft };
  readonly onChange: (material: Material) => void;
};

/** The points that the service asks for, by what the material is. */
const checksFor = ({ kind }: Draft): readonly Check[] => [
  'content-right',
  'competence-fits',
  'licence-clear',
  ...(kind === 'video' || kind === 'audio' ? (['captions-where-speech'] as const) : []),
  ...(kind === 'reference' ? [] : (['people-agreed'] as const)),
];

/** For the second person: every point that was looked at, what has to be mended, and the decision. */
export const AppraisalPart = ({ material, onChange }: Props) => {
  const { materialDesk: t } = useMessages();
  const { materialId, revision, draft } = material;
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [remarks, setRemarks] = useState('');
  const [fault, setFault] = useState<'remarksMissing' | 'checksMissing'>();
  const { run, busy, problem } = useAction();
  const wanted = checksFor(draft);
  const decide = async (verdict: Body['verdict']): Promise<void> => {
    const said = remarks.trim();
    const isIssued = verdict === 'issued';
    const lacking = isIssued ? wanted.some((check) => !checks.includes(check)) : said === '';
    setFault(lacking ? (isIssued ? 'checksMissing' : 'remarksMissing') : undefined);
    if (lacking) return;
    const body: Body = isIssued
      ? { verdict: 'issued', revision, checks: [...checks], ...(said && { remarks: said }) }
      : { verdict: 'returned', revision, checks: [...checks], remarks: said };
    const decided = await run(body, () => api.appraiseMaterial({ params: { materialId }, body }));
    if (decided) onChange(decided);
  };
  return (
    <Section title={t.appraise}>
      <div class="card card-main stack">
        <fieldset class="choice-set">
          <legend>{t.appraiseLead}</legend>
          {wanted.map((check) => (
            <Tick
              key={check}
              checked={checks.includes(check)}
              onChecked={() => setChecks(toggled(checks, check))}
            >
              <span>{t.checks[check]}</span>
            </Tick>
          ))}
        </fieldset>
        <TextArea
          label={t.remarksLabel}
          hint={t.remarksHint}
          value={remarks}
          onValue={setRemarks}
          rows={3}
          maxLength={1000}
        />
        {fault && (
          <p class="fault" role="alert">
            {t[fault]}
          </p>
        )}
        <Refusal problem={problem} />
        <div class="row">
          <Button busy={busy} busyLabel={t.deciding} onClick={() => void decide('issued')}>
            {t.issue}
          </Button>
          <Button look="warn" busy={busy} onClick={() => void decide('returned')}>
            {t.returnIt}
          </Button>
        </div>
      </div>
    </Section>
  );
};
