import { formatInstant, formatTime } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Logo } from '../../ui/drawings.tsx';
import type { Loop } from './loop.ts';
import { figuresNow, type TvData } from './programme.ts';

/** Numbers older than this say so. Milliseconds. */
const FRESH_MS = 60 * 60_000;
/** As many as fit beside the hint. */
const IN_FOOT = 2;

export const TvHead = ({ now }: { now: string }) => {
  const { tv: t, common } = useMessages();
  const shown = useStore(language);
  return (
    <header class="tv-head">
      <Logo size={92} />
      <p>
        <b>{common.brand}</b>
        {t.centre}
      </p>
      <time class="tv-clock number" dateTime={now}>
        {formatTime(now, shown)}
      </time>
    </header>
  );
};

type FootProps = { readonly data: TvData | undefined; readonly now: string; readonly mode: Loop['mode'] };

/** Two totals with how old they are, and what the keys do. */
export const TvFoot = ({ data, now, mode }: FootProps) => {
  const { tv: t } = useMessages();
  const shown = useStore(language);
  const figures = figuresNow(data, now).slice(0, IN_FOOT);
  const readAt = data?.readAt ?? now;
  const isOld = Date.parse(now) - Date.parse(readAt) > FRESH_MS;
  const hints = { looping: t.hint, choosing: t.hint, open: t.hintOpen, stopped: t.hintStopped };
  return (
    <footer class="tv-foot">
      {figures.map(({ code, value }) => (
        <p key={code}>
          <b class="number">{formatCount(value, shown)}</b> {t.figures[code] ?? code}
        </p>
      ))}
      {figures.length > 0 && isOld && <p class="tv-quiet">{t.asOf(formatInstant(readAt, shown))}</p>}
      <p class="tv-quiet tv-hint">{hints[mode]}</p>
    </footer>
  );
};
