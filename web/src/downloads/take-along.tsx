import './downloads.css';
import { useState } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { startDownload } from './actions.ts';
import { type Choice, choicesFor } from './choices.ts';
import type { Subject } from './download.ts';
import { DownloadProgress } from './download-progress.tsx';
import { useDownloads } from './use-downloads.ts';
import { useSaidSize } from './use-said-size.ts';

type OfferProps = { readonly choices: readonly Choice[]; readonly onChoose: (choice: Choice) => void };

/** How much first, then the button: nothing is fetched before the person has seen its size. */
const Offer = ({ choices, onChoose }: OfferProps) => {
  const { downloads: t } = useMessages();
  const { size, most } = useSaidSize();
  const [isOpen, setOpen] = useState(false);
  const [first, ...more] = choices;
  if (!first) return null;
  if (!isOpen) {
    // Of several the largest: nobody is led on by the smallest and shown another one then.
    const said = more.length > 0 ? most(choices.at(-1)?.bytes ?? 0) : size(first.bytes);
    return (
      <Button look="quiet" full onClick={() => (more.length > 0 ? setOpen(true) : onChoose(first))}>
        <Icon name="download" size={22} />
        {t.take(said)}
      </Button>
    );
  }
  return (
    <fieldset class="take-along-choices">
      <legend>{t.howMuch}</legend>
      {choices.map((choice) => (
        <Button key={choice.quality} look="quiet" full onClick={() => onChoose(choice)}>
          {t.choices[choice.quality](size(choice.bytes))}
        </Button>
      ))}
      <Button look="quiet" small onClick={() => setOpen(false)}>
        {t.never}
      </Button>
    </fieldset>
  );
};

/** Takes a lesson or a recording along: offers sizes, then shows how far it is, then that it is here. */
export const TakeAlong = ({ subject }: { subject: Subject }) => {
  const { downloads: t } = useMessages();
  const [isRefused, setRefused] = useState(false);
  const list = useDownloads();
  const download = list?.find(({ id }) => id === subject.id);
  const choose = async (choice: Choice): Promise<void> => setRefused(!(await startDownload(subject, choice)));
  return (
    <div class="take-along no-print" tabIndex={-1}>
      {download && <DownloadProgress download={download} />}
      {list && !download && (
        <Offer choices={choicesFor(subject)} onChoose={(choice) => void choose(choice)} />
      )}
      {isRefused && (
        <Notice tone="bad">
          <p>{t.refused}</p>
        </Notice>
      )}
    </div>
  );
};
