import { dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import { formatDay, formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { nextReport } from './next-report.ts';
import { ReportFigures } from './report-figures.tsx';

/**
 * Before there is any report: when the first one comes, and the figures that it will hold as they stand by now. It
 * cannot be made earlier: a summary closes its day, and the day is still being counted.
 */
export const FirstReport = () => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const loaded = useResource(() => api.getOverview(), []);
  return (
    <Loaded of={loaded}>
      {({ asOf, days, figures }) => {
        const { at, about } = nextReport(asOf);
        const today = days.find(({ day }) => day === dayOf(asOf));
        const sofar = today?.figures ?? figures.map((figure) => ({ ...figure, value: null }));
        return (
          <>
            <div class="card card-main stack">
              <p class="strong">{t.noReports(formatInstant(at, shown), formatDay(about, shown))}</p>
              <p>{t.whatItHolds}</p>
              <div class="row">
                <a class="btn" href="/tong-quan">
                  {t.seeNow}
                </a>
              </div>
            </div>
            <Section title={t.soFar(formatInstant(asOf, shown))}>
              <div class="card">
                <ReportFigures figures={sofar} />
              </div>
            </Section>
          </>
        );
      }}
    </Loaded>
  );
};
