import { formatInstant } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import type { Overview } from './standing.ts';

/** Every figure with the event it is counted from: what an inspector asks for. Printed open. */
export const SourceTable = ({ overview }: { overview: Overview }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const watermark = overview.figures.find(({ source }) => source.watermark)?.source.watermark;
  return (
    <details class="section print-open">
      <summary>{t.source}</summary>
      <div class="card">
        <p class="small">{t.sourceText}</p>
        {watermark && <p class="small">{t.watermark(formatInstant(watermark, shown))}</p>}
        <table class="day-table">
          <thead>
            <tr>
              <th scope="col">{t.figure}</th>
              <th scope="col">{t.count}</th>
            </tr>
          </thead>
          <tbody>
            {overview.figures.map(({ code, value, source }) => (
              <tr key={code}>
                <th scope="row">
                  {t.names[code] ?? code}
                  <small class="source-event">{source.events.join(', ')}</small>
                </th>
                <td class="number">{value === null ? t.noData : formatCount(value, shown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
