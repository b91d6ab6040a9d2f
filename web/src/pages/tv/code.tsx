import './tv.css';
import './code.css';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Material } from '../../materials/material.tsx';
import { openByTvCode } from '../../media-pass/media-pass.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { sentenceOf } from '../../ui/notice.tsx';
import { MaterialViewer } from '../library/material-viewer.tsx';
import { useLibraryWords } from '../library/use-library-words.ts';

type Opened = BodyOf<'findByTvCode'>;

const LENGTH = 6;

const Shown = ({ opened: { assetId, ...opened } }: { opened: Opened }) => {
  const loaded = useResource(assetId ? () => api.getPlayable({ params: { assetId } }) : undefined, [assetId]);
  if (!assetId) return <MaterialViewer material={opened} />;
  return <Loaded of={loaded}>{(asset) => <Material asset={asset} />}</Loaded>;
};

const Digits = ({ onOpen }: { onOpen: (opened: Opened) => void }) => {
  const messages = useMessages();
  const { tv: t } = useLibraryWords();
  const [code, setCode] = useState('');
  const { run, busy, problem } = useAction();
  const open = async (): Promise<void> => {
    if (code.length !== LENGTH) return;
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
      {problem && (
        <p class="tv-code-wrong" role="alert">
          {problem.status === 404 ? t.wrong : sentenceOf(problem, messages)}
        </p>
      )}
    </Form>
  );
};

/** The television of a room: six digits from the teacher, then what they open. */
const TvCodePage = () => {
  const { common } = useMessages();
  const { tv: t } = useLibraryWords();
  const [opened, setOpened] = useState<Opened>();
  const title = opened?.title ?? t.enter;
  useEffect(() => {
    document.title = `${title} · ${common.brand}`;
  }, [title, common.brand]);
  return (
    <div class="tv">
      <div class="tv-code-page">
        <h1>{title}</h1>
        {opened ? (
          <>
            <div class="tv-code-shown">
              <Shown opened={opened} />
            </div>
            <button type="button" class="tv-code-open" onClick={() => setOpened(undefined)}>
              {t.back}
            </button>
          </>
        ) : (
          <>
            <p>{t.enterLead}</p>
            <Digits onOpen={setOpened} />
          </>
        )}
      </div>
    </div>
  );
};
export default TvCodePage;
