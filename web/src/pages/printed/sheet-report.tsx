import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../ui/notice.tsx';

export type Entering = BodyOf<'enterSheets'>;

/** What became of every row, or what would: how many are new and stay, and each fault by its row. */
export const SheetReport = ({ report: { isEntered, verdicts } }: { report: Entering }) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const faults = verdicts.filter(({ kind }) => kind === 'fault');
  const unchanged = verdicts.filter(({ kind }) => kind === 'unchanged').length;
  const fresh = verdicts.filter(({ kind }) => kind === 'new').length;
  const isHeld = !isEntered && faults.length > 0;
  return (
    <div class="stack" role="status">
      {!isHeld && (
        <Notice tone="good">
          <p class="strong">{isEntered ? t.entered(fresh) : t.ready(fresh)}</p>
          {unchanged > 0 && <p>{t.unchanged(unchanged)}</p>}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="bad">
          <p class="strong">{isHeld ? t.faults(faults.length) : t.faultsLeft(faults.length)}</p>
          <ul class="stack-tight">
            {faults.map(({ line, number, detail }) => (
              <li key={line}>
                <b>{t.fault(line, number)}</b>
                <br />
                {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
};
