import { formatMark } from '#shared/marks/marks.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Logo, Lotus } from '../../ui/drawings.tsx';
import { recordCode } from './record-code.ts';
import { useDayWords } from './use-day-words.ts';

type Props = {
  readonly name: string;
  readonly course: string;
  readonly enrolmentId: string;
  readonly resultHundredths?: number | undefined;
  readonly completedAt?: string | undefined;
};

/**
 * One A4 page across, framed like a print from Đông Hồ. It says what the platform recorded and claims no more: what
 * others can verify comes with signed credentials.
 */
export const Sheet = ({ name, course, enrolmentId, resultHundredths, completedAt }: Props) => {
  const { certificates, common } = useMessages();
  const t = certificates.sheet;
  const dayWords = useDayWords();
  return (
    <article class="sheet" aria-label={t.page}>
      <div class="sheet-frame">
        <div class="sheet-paper">
          {['a', 'b', 'c', 'd'].map((corner) => (
            <span key={corner} class={`sheet-corner sheet-corner-${corner}`}>
              <Lotus size={64} />
            </span>
          ))}
          <Logo size={64} />
          <p class="sheet-over">
            {common.centre} · {t.over}
          </p>
          <h2 class="sheet-heading">{t.heading}</h2>
          <p>{t.to}</p>
          <p class="sheet-name">{name}</p>
          <p>{t.did}</p>
          <p class="sheet-course">{course}</p>
          {resultHundredths !== undefined && <p class="strong">{t.withMark(formatMark(resultHundredths))}</p>}
          {completedAt && <p>{dayWords(completedAt)}</p>}
          <p class="sheet-code">
            {t.code}: <b class="number">{recordCode(enrolmentId)}</b>
          </p>
          <p class="sheet-honest">{t.honest}</p>
        </div>
      </div>
    </article>
  );
};
