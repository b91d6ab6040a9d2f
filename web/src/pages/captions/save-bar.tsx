import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Captions } from './use-captions.ts';

type Props = { readonly captions: Captions; readonly fileName: string };

const stateOf = ({ isChanged, track }: Captions) => {
  if (isChanged) return 'changed';
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

const Files = ({ captions, onExport }: { captions: Captions; onExport: () => void }) => {
  const { captions: t } = useMessages();
  const take = async (file: File | undefined): Promise<void> => {
    if (file) captions.importText(await file.text());
  };
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
  const { isHeld, keepsBack, isBehind, isChanged, busy, problem, track, faults, edited } = captions;
  const onExport = () => saveFile(new Blob([captions.text()], { type: 'text/vtt' }), fileName);
  const canPublish = edited.cues.length > 0 && !keepsBack && !isBehind;
  return (
    <div class="stack-tight">
      <p class="row">
        <span class="chip chip-indigo" role="status">
          {t.states[stateOf(captions)]}
        </span>
        <span class="muted">{t.faultCount(faults.filter((one) => one.length > 0).length)}</span>
      </p>
      <div class="row">
        {isChanged && !isHeld && !isBehind && (
          <Button small busy={busy} busyLabel={t.saving} onClick={() => void captions.save()}>
            {t.save}
          </Button>
        )}
        {canPublish && (
          <Button small look="quiet" busy={busy} onClick={() => void captions.publish()}>
            {t.publish}
          </Button>
        )}
        {track?.published && (
          <Button small look="warn" busy={busy} onClick={() => void captions.withdraw()}>
            {t.withdraw}
          </Button>
        )}
      </div>
      {isHeld && <p class="muted">{t.held}</p>}
      {keepsBack && !isHeld && <p class="muted">{t.keepsBack}</p>}
      {isBehind ? <Behind captions={captions} onExport={onExport} /> : <Refusal problem={problem} />}
      <ImportFaults faults={captions.importFaults} />
      <Files captions={captions} onExport={onExport} />
    </div>
  );
};
