import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { useToolWords } from './use-tool-words.ts';

/** Where a television takes the code. */
const TV_ADDRESS = '/tv/ma';

type Code = BodyOf<'openTvCode'>;

const Digits = ({ code: { code, closesAt } }: { code: Code }) => {
  const t = useToolWords();
  const shown = useStore(language);
  return (
    <div role="status">
      <p class="tv-digits number">{code.replace(/(?<=^...)/, ' ')}</p>
      <p>{t.tv.how(location.host + TV_ADDRESS)}</p>
      <p class="muted small">{t.tv.until(formatInstant(closesAt, shown))}</p>
    </div>
  );
};

/** For staff: six digits that open the material on the hall's television until the end of the day. */
export const TvCode = ({ materialId }: { materialId: string }) => {
  const t = useToolWords();
  const { run, busy, problem } = useAction();
  const [code, setCode] = useState<Code | 'closed'>();
  const params = { materialId };
  const draw = async (): Promise<void> => {
    const made = await run({ former: code }, (key) => api.openTvCode({ params, key }));
    if (made) setCode(made);
  };
  const close = async (): Promise<void> => {
    const isClosed = await run('close', async () => {
      const answer = await api.closeTvCode({ params });
      return answer.ok ? { ok: true, body: true } : answer;
    });
    if (isClosed) setCode('closed');
  };
  const isOpen = code !== undefined && code !== 'closed';
  return (
    <Section title={t.tv.title}>
      <div class="stack">
        {isOpen && <Digits code={code} />}
        {code === 'closed' && <p role="status">{t.tv.closed}</p>}
        <Refusal problem={problem} />
        <div class="row">
          <Button look="quiet" busy={busy} onClick={() => void draw()}>
            {isOpen ? t.tv.drawAgain : t.tv.draw}
          </Button>
          {isOpen && (
            <Button look="warn" busy={busy} onClick={() => void close()}>
              {t.tv.close}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
};
