import './tv.css';
import './opened-tile.css';
import './code.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { openByTvCode } from '../../media-pass/media-pass.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { tv as screenWords } from '../../messages/vi/tv.ts';
import { useAction } from '../../state/use-action.ts';
import { Form } from '../../ui/form.tsx';
import { sentenceOf } from '../../ui/notice.tsx';
import { askByCode } from './ask-by-code.ts';
import { type Opened, OpenedByCode } from './opened-by-code.tsx';
import { useArrows } from './use-arrows.ts';
import { useWakeLock } from './use-wake-lock.ts';

bringWords({ tv: screenWords });

const LENGTH = 6;

const Digits = ({ onOpen }: { onOpen: (opened: Opened) => void }) => {
  const messages = useMessages();
  const t = messages.tv.byCode;
  const [code, setCode] = useState('');
  const [isShort, setShort] = useState(false);
  const { run, busy, problem } = useAction();
  const field = useRef<HTMLInputElement>(null);
  // A remote has no other way to a field than the focus.
  useLayoutEffect(() => field.current?.focus(), []);
  const open = async (): Promise<void> => {
    setShort(code.length !== LENGTH);
    if (code.length !== LENGTH) return field.current?.focus();
    const opened = await run(code, () => api.findByTvCode({ params: { code } }));
    if (!opened) return;
    if (opened.assetId) openByTvCode(opened.assetId, askByCode(code));
    onOpen(opened);
  };
  return (
    <Form label={t.enter} onSubmit={() => void open()}>
      <label class="tv-code-field">
        {t.code}
        <input
          ref={field}
          class="number"
          inputMode="numeric"
          autocomplete="off"
          maxLength={LENGTH}
          value={code}
          onInput={({ currentTarget }) => {
            currentTarget.value = currentTarget.value.replace(/\D/g, '').slice(0, LENGTH);
            setCode(currentTarget.value);
          }}
        />
      </label>
      <button type="submit" class="tv-code-open" aria-disabled={busy ? 'true' : undefined}>
        {t.open}
      </button>
      {(isShort || problem) && (
        <p class="tv-code-wrong" role="alert">
          {isShort || !problem ? t.short : problem.status === 404 ? t.wrong : sentenceOf(problem, messages)}
        </p>
      )}
    </Form>
  );
};

/** The television of a room: six digits from the teacher, then what they open. */
const TvCodePage = () => {
  const { common, tv } = useMessages();
  const t = tv.byCode;
  const [opened, setOpened] = useState<Opened>();
  const title = opened?.title ?? t.enter;
  useEffect(() => {
    document.title = `${title} · ${common.brand}`;
  }, [title, common.brand]);
  const place = useRef<HTMLDivElement>(null);
  useArrows(place);
  useWakeLock();
  return (
    <div class="tv">
      <div ref={place} class="tv-code-page">
        {opened ? (
          <OpenedByCode opened={opened} onClose={() => setOpened(undefined)} />
        ) : (
          <>
            <h1>{title}</h1>
            <p>{t.enterLead}</p>
            <Digits onOpen={setOpened} />
          </>
        )}
      </div>
    </div>
  );
};
export default TvCodePage;
