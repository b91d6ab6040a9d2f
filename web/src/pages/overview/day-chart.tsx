import { useState } from 'preact/hooks';
import { dayOf } from '#shared/time/local-time.ts';
import type { BodyOf } from '../../api/types.ts';
import { DayBars } from '../../chart/day-bars.tsx';
import { conclusionOf, type DayValue, fillDays } from '../../chart/scale.ts';
import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { type Language, language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Section } from '../../ui/page.tsx';
import { liveliest } from './liveliest.ts';

type Overview = BodyOf<'getOverview'>;

/** As many days as the overview covers. */
const DAYS = 14;
/** Fewer days with data make no picture. */
const FEWEST_DAYS = 3;

const valuesOf = (overview: Overview, code: string): readonly DayValue[] =>
  fillDays(
    overview.days.map(({ day, figures }) => ({
      day,
      value: figures.find((figure) => figure.code === code)?.value ?? null,
    })),
    dayOf(overview.asOf),
    DAYS,
  );

const DayTable = ({ days, name }: { days: readonly DayValue[]; name: string }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  return (
    <details class="print-open">
      <summary>{t.table}</summary>
      <table class="day-table">
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{name}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, value }) => (
            <tr key={day}>
              <th scope="row">{formatDay(day, shown)}</th>
              <td class="number">{value === null ? t.noData : formatCount(value, shown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

const conclusionText = (days: readonly DayValue[], t: Messages['overview'], shown: Language): string => {
  const most = conclusionOf(days);
  if (!most) return t.conclusionNone;
  if (most.total === 0) return t.conclusionZero(days.length);
  return t.conclusion(formatDay(most.day, shown), most.value, most.total, days.length);
};

/** One figure per day: the conclusion in words, the columns, and the same as a table. */
export const DayChart = ({ overview }: { overview: Overview }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const [chosen, setCode] = useState<string>();
  const code = chosen ?? liveliest(overview.days) ?? 'enrolments-confirmed';
  const days = valuesOf(overview, code);
  const name = t.names[code] ?? code;
  const most = conclusionOf(days);
  const hasPicture = days.filter(({ value }) => value !== null && value > 0).length >= FEWEST_DAYS;
  const text = conclusionText(days, t, shown);
  const choices = overview.figures.map((figure) => ({
    value: figure.code,
    text: t.names[figure.code] ?? figure.code,
  }));
  return (
    <Section title={t.perDay(name)}>
      <div class="card stack">
        <p>{text}</p>
        {most && most.total > 0 && !hasPicture && <p class="muted small">{t.tooFewDays}</p>}
        {hasPicture && (
          <DayBars
            days={days}
            label={text}
            formatValue={(value) => formatCount(value, shown)}
            formatDay={(day) => formatDay(day, shown).slice(0, 5)}
          />
        )}
        {most && (
          <DayTable days={hasPicture ? days : days.filter(({ value }) => value !== null)} name={name} />
        )}
        <div class="no-print">
          <SelectField label={t.chooseFigure} value={code} choices={choices} onValue={setCode} />
        </div>
      </div>
    </Section>
  );
};
