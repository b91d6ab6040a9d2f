import { useState } from 'preact/hooks';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { lastSeen } from '../../state/last-page.ts';
import { useStore } from '../../state/store.ts';
import { useOnline } from '../../state/use-online.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';
import { deviceOf } from './device.ts';
import { helpNote } from './help-note.ts';
import { useHelpWords } from './use-help-words.ts';

const SHORT = 300;

const useNote = (trouble: string, name: string | undefined): string => {
  const help = useHelpWords();
  const shown = useStore(language);
  const isOnline = useOnline();
  const facts = {
    trouble,
    name,
    page: lastSeen(),
    time: formatInstant(new Date().toISOString(), shown),
    device: deviceOf(navigator.userAgent),
    screen: `${innerWidth} x ${innerHeight}`,
    isOnline,
  };
  return helpNote(facts, help.note);
};

/**
 * A note with what a helper needs to know, to be copied or handed to another program of the device. Nothing is sent from
 * here: there is no desk that would read it yet, and a form that goes nowhere would cost the trust of who needs help.
 */
export const NoteCard = ({ name }: { name: string | undefined }) => {
  const t = useHelpWords().note;
  const [trouble, setTrouble] = useState('');
  const note = useNote(trouble, name);
  return (
    <Section title={t.title}>
      <div class="card stack">
        <p>{t.lead}</p>
        <TextArea
          label={t.label}
          hint={t.hint}
          value={trouble}
          onValue={setTrouble}
          rows={2}
          maxLength={SHORT}
        />
        <figure>
          <figcaption class="small muted">{t.shown}</figcaption>
          <p class="help-note">{note}</p>
        </figure>
        <CopyButton full text={note} copied={t.copied} notCopied={t.copyFailed}>
          {t.copy}
        </CopyButton>
        {'share' in navigator && (
          <Button
            look="quiet"
            full
            onClick={() => void navigator.share({ text: note }).catch(() => undefined)}
          >
            <Icon name="chat" />
            {t.send}
          </Button>
        )}
      </div>
    </Section>
  );
};
