import { BarTable } from '../../chart/bar-table.tsx';
import { formatCount } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Section } from '../../ui/page.tsx';
import { figureValue, type Overview } from './standing.ts';

/** From the seat to the end of a course. Seats and quizzes are counted, not persons, so no step is a share of another. */
const STEPS = ['enrolments-confirmed', 'attempts-submitted', 'attempts-passed', 'runs-completed'] as const;

/** How far people come: seat, quiz, pass, completion, as four bars. */
export const JourneyChart = ({ overview }: { overview: Overview }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const rows = STEPS.map((code) => ({ code, value: figureValue(overview, code) }));
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const seats = figureValue(overview, 'enrolments-confirmed');
  return (
    <Section title={t.journey}>
      <div class="card stack-tight">
        <p class="muted">
          {seats === null
            ? t.sentenceNone
            : t.journeyText(seats, figureValue(overview, 'runs-completed') ?? 0)}
        </p>
        <BarTable
          caption={t.journey}
          head={[t.step, t.count]}
          most={most}
          rows={rows.map(({ code, value }) => ({
            key: code,
            name: t.names[code] ?? code,
            value: value ?? 0,
            shown: value === null ? t.noData : formatCount(value, shown),
          }))}
        />
      </div>
    </Section>
  );
};
