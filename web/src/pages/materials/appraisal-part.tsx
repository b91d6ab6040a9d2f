import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { RequestFor } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
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

/** Where each of the faults is mended. */
const PLACES = { remarksMissing: 'textarea', checksMissing: 'input:not(:checked)' } as const;

type ChecksProps = {
  readonly wanted: readonly Check[];
  readonly checks: readonly Check[];
  /** Whether somebody wanted to issue it before everything was looked at. */
  readonly isUnchecked: boolean;
  readonly onChecks: (checks: readonly Check[]) => void;
};

const Checks = ({ wanted, checks, isUnchecked, onChecks }: ChecksProps) => {
  const { materialDesk: t } = useMessages();
  const id = useId();
  return (
    <fieldset class="choice-set" aria-describedby={isUnchecked ? id : undefined}>
      <legend>{t.appraiseLead}</legend>
      {isUnchecked && (
        <p id={id} class="fault" role="alert">
          {t.checksMissing}
        </p>
      )}
      {wanted.map((check) => (
        <Tick key={check} checked={checks.includes(check)} onChecked={() => onChecks(toggled(checks, check))}>
          <span>{t.checks[check]}</span>
        </Tick>
      ))}
    </fieldset>
  );
};

/** For the second person: every point that was looked at, what has to be mended, and the decision. */
export const AppraisalPart = ({ material, onChange }: Props) => {
  const { materialDesk: t } = useMessages();
  const { materialId, revision, draft } = material;
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [remarks, setRemarks] = useState('');
  const [fault, setFault] = useState<{ readonly of: 'remarksMissing' | 'checksMissing' }>();
  const part = useRef<HTMLDivElement>(null);
  // Also of the same fault once more: whoever presses again is led to it again.
  useLayoutEffect(() => {
    if (fault) part.current?.querySelector<HTMLElement>(PLACES[fault.of])?.focus();
  }, [fault]);
  const { run, busy, problem } = useAction();
  const wanted = checksFor(draft);
  const isUnchecked = fault?.of === 'checksMissing' && wanted.some((check) => !checks.includes(check));
  const decide = async (verdict: Body['verdict']): Promise<void> => {
    const said = remarks.trim();
    const isIssued = verdict === 'issued';
    const lacking = isIssued ? wanted.some((check) => !checks.includes(check)) : said === '';
    setFault(lacking ? { of: isIssued ? 'checksMissing' : 'remarksMissing' } : undefined);
    if (lacking) return;
    const body: Body = isIssued
      ? { verdict: 'issued', revision, checks: [...checks], ...(said && { remarks: said }) }
      : { verdict: 'returned', revision, checks: [...checks], remarks: said };
    const decided = await run(body, () => api.appraiseMaterial({ params: { materialId }, body }));
    if (decided) onChange(decided);
  };
  return (
    <Section title={t.appraise}>
      <div ref={part} class="card card-main stack">
        {material.isCaptioned === false && (
          <Notice>
            <p>{t.uncaptionedMore}</p>
          </Notice>
        )}
        <Checks {...{ wanted, checks, isUnchecked }} onChecks={setChecks} />
        <TextArea
          label={t.remarksLabel}
          hint={t.remarksHint}
          value={remarks}
          onValue={setRemarks}
          fault={fault?.of === 'remarksMissing' && remarks.trim() === '' ? t.remarksMissing : undefined}
          rows={3}
          maxLength={1000}
        />
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
