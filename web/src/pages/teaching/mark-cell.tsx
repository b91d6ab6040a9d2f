import { formatMark } from '../../../../shared/marks/marks.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { type CourseProgress, type MarkState, markText, stateOf } from './roster.ts';

/** One mark: the number, its ground by how it stands, a tick when passed, and the whole said in words. */
export const MarkCell = ({ course }: { course: CourseProgress | undefined }) => {
  const { teaching: t } = useMessages();
  const state = stateOf(course);
  const mark = course?.bestHundredths;
  return (
    <span class={`mark mark-${state}`}>
      <span aria-hidden="true">{mark === undefined ? EMPTY[state] : formatMark(mark)}</span>
      {(state === 'good' || state === 'passed') && <Icon name="tick" size={14} weight={3} />}
      <span class="unseen">{markText(course, t)}</span>
    </span>
  );
};

/** Signs for a cell without a mark. */
const EMPTY: Readonly<Record<MarkState, string>> = {
  ...{ good: '✓', passed: '✓', almost: '–', open: '–', waiting: '…', none: '' },
};

const SHOWN = ['good', 'passed', 'almost', 'open'] as const;
const SAMPLES = { good: '9,0', passed: '6,5', almost: '4,0', open: '–' } as const;

/** What the grounds mean, in words. */
export const MarkLegend = () => {
  const { teaching: t } = useMessages();
  return (
    <ul class="mark-legend small" aria-label={t.legend}>
      {SHOWN.map((state) => (
        <li key={state}>
          <span class={`mark mark-${state}`} aria-hidden="true">
            {SAMPLES[state]}
            {(state === 'good' || state === 'passed') && <Icon name="tick" size={14} weight={3} />}
          </span>
          {t.states[state]}
        </li>
      ))}
    </ul>
  );
};
