import { BarTable } from '../../chart/bar-table.tsx';
import { formatPercent } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Section } from '../../ui/page.tsx';
import type { ClassStanding } from './class-standing.ts';

const LOOKS = {
  reached: 'leaf',
  near: 'sophora',
  far: 'vermilion',
  'no-target': 'indigo',
  'no-data': 'indigo',
} as const;
/** A page of paper holds as many without pushing the rest away; the ones with the least are shown. */
const MOST_CLASSES = 12;

type Props = { readonly classes: readonly ClassStanding[]; readonly target: number | null };

/** Completion by class, the class with the least first, with the black mark of the target. */
export const ClassChart = ({ classes, target }: Props) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const percent = (n: number) => formatPercent(n, shown);
  const reached = classes.filter(({ standing }) => standing.state === 'reached').length;
  const rest = classes.length - MOST_CLASSES;
  return (
    <Section title={t.byClass}>
      <div class="card stack-tight">
        {classes.length === 0 ? (
          <p>{t.noClasses}</p>
        ) : (
          <>
            <p class="muted">
              {target === null ? t.classesPlain : t.classesReached(reached, classes.length, percent(target))}
            </p>
            <BarTable
              caption={t.byClass}
              head={[t.className, t.completedShare]}
              most={100}
              target={target}
              rows={classes.slice(0, MOST_CLASSES).map((one) => ({
                key: one.classId,
                name: one.name,
                value: one.percent,
                shown: percent(one.percent),
                more: <small>{t.ofLearners(one.completed, one.learners)}</small>,
                look: LOOKS[one.standing.state],
              }))}
            />
            {rest > 0 && <p class="muted small">{t.moreClasses(rest)}</p>}
          </>
        )}
      </div>
    </Section>
  );
};
