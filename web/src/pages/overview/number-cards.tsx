import { formatCount } from '../../format/numbers.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { type Figure, type Overview, type Standing, standingOf, targetOf } from './standing.ts';

/** The six that a year is measured by; the others stand in the table of sources. */
const CARDS: readonly string[] = [
  'people-registered',
  'enrolments-confirmed',
  'attempts-passed',
  'runs-completed',
  'recordings-ready',
  'enrolments-attributed',
];

const LOOKS = { reached: 'chip-leaf', near: 'chip-sophora', far: 'chip-vermilion', 'no-data': '' } as const;

const chipText = (standing: Exclude<Standing, { state: 'no-target' }>, t: Messages['overview']): string => {
  if (standing.state === 'reached') return t.reached(standing.target);
  if (standing.state === 'no-data') return t.aim(standing.target);
  return t.missing(standing.missing, standing.target);
};

const Card = ({ figure, target }: { figure: Figure; target: number | null }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const { code, value } = figure;
  const standing = standingOf(value, target);
  return (
    <li class="card figure">
      <b class={value === null ? 'figure-none' : 'number'}>
        {value === null ? t.noData : formatCount(value, shown)}
      </b>
      <span class="muted">{t.names[code] ?? code}</span>
      {standing.state !== 'no-target' && (
        <span class={`chip number ${LOOKS[standing.state]}`}>{chipText(standing, t)}</span>
      )}
    </li>
  );
};

/** The numbers of the year, each with how it stands to its target if it has one. */
export const NumberCards = ({ overview }: { overview: Overview }) => (
  <ul class="figures">
    {CARDS.flatMap((code) => {
      const figure = overview.figures.find((one) => one.code === code);
      return figure ? [<Card key={code} figure={figure} target={targetOf(overview, code)} />] : [];
    })}
  </ul>
);
