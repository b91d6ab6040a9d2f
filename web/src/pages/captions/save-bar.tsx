import { useEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Captions } from './use-captions.ts';

type Props = { readonly captions: Captions; readonly fileName: string };

const stateOf = ({ isChanged, isKept, track }: Captions) => {
  if (isChanged) return isKept ? 'changed' : 'unkept';
  if (!track) return 'none';
  if (!track.published) return 'draft';
  return track.published.version === track.version ? 'shown' : 'older';
};

/** Somebody else saved meanwhile: nothing is written over, and nothing is lost. */
const Behind = ({ captions, onExport }: { captions: Captions; onExport: () => void }) => {
  const { captions: t } = useMessages();
  return (
    <Notice tone="bad">
      <div class="stack-tight">
        <p>
          {t.behind} {t.behindMore}
        </p>
        <div class="row">
          <Button small look="quiet" onClick={onExport}>
            {t.exportFile}
          </Button>
          <Button small look="warn" onClick={() => void captions.giveWay()}>
            {t.openNewer}
          </Button>
        </div>
      </div>
    </Notice>
  );
};

/** A file takes the place of every line there is, which nothing brings back. */
const WriteOver = ({ count, onAnswer }: { count: number; onAnswer: (isTaken: boolean) => void }) => {
  const { captions: t } = useMessages();
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <Notice tone="bad">
      <div ref={question} class="stack-tight">
        <p>{t.importOver(count)}</p>
        <div class="row">
          <Button small look="quiet" onClick={() => onAnswer(false)}>
            {t.keepLines}
          </Button>
          <Button small look="warn" onClick={() => onAnswer(true)}>
            {t.takeFile}
          </Button>
        </div>
      </div>
    </Notice>
  );
};

/** Leaves all that was changed since the last saving. */
const Discard = ({ captions }: { captions: Captions }) => {
  const { captions: t } = useMessages();
  return (
    <AskFirst
      small
      ask={t.discardAsk}
      yes={t.discardYes}
      no={t.keepLines}
      content="discard"
      act={async () => ({ ok: true, body: undefined })}
      onDone={() => void captions.giveWay()}
    >
      {t.discard}
    </AskFirst>
  );
};

/** Apart from the row of saving and showing: what viewers miss at once is asked about, and stands under no other button. */
const Withdraw = ({ captions }: { captions: Captions }) => {
  const { captions: t } = useMessages();
  return (
    <div class="caption-withdraw">
      <AskFirst
        small
        look="warn"
        ask={t.withdrawAsk}
        yes={t.withdrawYes}
        no={t.withdrawNo}
        content="withdraw"
        act={captions.withdraw}
        onDone={captions.noteTrack}
      >
        {t.withdraw}
      </AskFirst>
    </div>
  );
};

const Files = ({ captions, onExport }: { captions: Captions; onExport: () => void }) => {
  const { captions: t } = useMessages();
  const [waiting, setWaiting] = useState<string>();
  const take = async (file: File | undefined): Promise<void> => {
    const text = await file?.text();
    if (text === undefined) return;
    if (captions.now().cues.length > 0) setWaiting(text);
    else captions.importText(text);
  };
  const answer = (isTaken: boolean): void => {
    if (isTaken && waiting !== undefined) captions.importText(waiting);
    setWaiting(undefined);
  };
  if (waiting !== undefined) return <WriteOver count={captions.edited.cues.length} onAnswer={answer} />;
  return (
    <div class="row">
      <label class="btn btn-quiet btn-small file-button">
        {t.importFile}
        <input
          class="unseen"
          type="file"
          accept=".vtt,.srt,text/vtt"
          aria-label={t.importSaid}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      <Button look="quiet" small onClick={onExport}>
        {t.exportFile}
      </Button>
    </div>
  );
};

const ImportFaults = ({ faults }: { faults: Captions['importFaults'] }) => {
  const { captions: t } = useMessages();
  if (faults.length === 0) return null;
  return (
    <Notice tone="bad">
      <div>
        <p>{t.importFaults(faults.length)}</p>
        <ul>
          {faults.map(({ line, code }) => (
            <li key={line}>{t.importFault(line, t.readingFaults[code])}</li>
          ))}
        </ul>
      </div>
    </Notice>
  );
};

/** Where the captions stand, and what can be done with them as a whole. */
export const SaveBar = ({ captions, fileName }: Props) => {
  const { captions: t } = useMessages();
  const { isHeld, keepsBack, isBehind, isChanged, canSave, busy, problem, track, faults, edited } = captions;
  const onExport = () => saveFile(new Blob([captions.text()], { type: 'text/vtt' }), fileName);
  const state = stateOf(captions);
  const canPublish = edited.cues.length > 0 && !keepsBack && !isBehind && state !== 'shown';
  return (
    <div class="stack-tight">
      <p class="row">
        <span class="chip chip-indigo" role="status">
          {t.states[state]}
        </span>
        <span class="muted">{t.faultCount(faults.filter((one) => one.length > 0).length)}</span>
      </p>
      <div class="row">
        {canSave && (
          <Button small busy={busy} busyLabel={t.saving} onClick={() => void captions.save()}>
            {t.save}
          </Button>
        )}
        {canPublish && (
          <Button small look="quiet" busy={busy} onClick={() => void captions.publish()}>
            {t.publish}
          </Button>
        )}
        {isChanged && track && !isBehind && <Discard captions={captions} />}
      </div>
      {isHeld && <p class="muted">{t.held}</p>}
      {keepsBack && !isHeld && <p class="muted">{t.keepsBack}</p>}
      {isBehind ? <Behind captions={captions} onExport={onExport} /> : <Refusal problem={problem} />}
      <ImportFaults faults={captions.importFaults} />
      <Files captions={captions} onExport={onExport} />
      {track?.published && <Withdraw captions={captions} />}
    </div>
  );
};
