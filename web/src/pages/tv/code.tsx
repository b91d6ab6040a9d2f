import './tv.css';
import './opened-tile.css';
import './code.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Material } from '../../materials/material.tsx';
import { openByTvCode } from '../../media-pass/media-pass.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { tv as screenWords } from '../../messages/vi/tv.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { sentenceOf } from '../../ui/notice.tsx';
import { MaterialViewer } from '../library/material-viewer.tsx';
import { RecordingScreen } from './recording-screen.tsx';
import { useWakeLock } from './use-wake-lock.ts';
import { useBackKey, useWayBack } from './use-way-back.ts';

bringWords({ tv: screenWords });

type Opened = BodyOf<'findByTvCode'>;

const LENGTH = 6;

/** What is watched or heard fills the screen and obeys the remote; what is read stands below its title. */
const Shown = ({ opened: { assetId, ...opened }, onEnd }: { opened: Opened; onEnd: () => void }) => {
  const loaded = useResource(assetId ? () => api.getPlayable({ params: { assetId } }) : undefined, [assetId]);
  if (!assetId) return <MaterialViewer material={opened} />;
  return (
    <Loaded of={loaded}>
      {(asset) =>
        asset.document || asset.image || asset.package ? (
          <Material asset={asset} />
        ) : (
          <RecordingScreen recording={asset} onEnd={onEnd} />
        )
      }
    </Loaded>
  );
};

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
    if (opened.assetId) openByTvCode(opened.assetId, code);
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

/** What six digits opened, over the whole screen until the way back is pressed. */
const OpenedPage = ({ opened, onClose }: { opened: Opened; onClose: () => void }) => {
  const t = useMessages().tv.byCode;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: the remote goes on from the title.
  useLayoutEffect(() => heading.current?.focus(), []);
  useWayBack(true, onClose);
  useBackKey(true, onClose);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {opened.title}
      </h1>
      <div class="tv-code-shown">
        <Shown opened={opened} onEnd={onClose} />
      </div>
      <button type="button" class="tv-code-open" onClick={onClose}>
        {t.back}
      </button>
    </>
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
  useWakeLock();
  return (
    <div class="tv">
      <div class="tv-code-page">
        {opened ? (
          <OpenedPage opened={opened} onClose={() => setOpened(undefined)} />
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
