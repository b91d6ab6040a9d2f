import { useMessages } from '../../messages/use-messages.ts';
import { FilesFrom } from '../../quiz/files-of.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { LaterMedia } from '../quiz/kinds/later-media.tsx';
import { AddMedia, type Media } from './add-media.tsx';
import { PartFault, useFaultAt } from './told-faults.tsx';

const MOST = 6;

type Props = {
  readonly courseId: string;
  /** JSON pointer of the list within the question. */
  readonly at: string;
  readonly label: string;
  readonly media: readonly Media[];
  readonly onMedia: (media: Media[]) => void;
};

/** Pictures, sounds and films, each with its words for those who cannot see or hear it. */
const MediaFields = ({ courseId, at, label, media, onMedia }: Props) => {
  const { questionForm } = useMessages();
  const t = questionForm.media;
  const faultAt = useFaultAt();
  return (
    <FilesFrom.Provider value={{ kind: 'bank', courseId }}>
      <div class="stack key-part">
        {media.map((file, place) => (
          <fieldset key={file.fileId} class="key-row key-part" data-row>
            <legend class="strong">{t.part(place + 1)}</legend>
            <LaterMedia media={[file]} />
            <TextField
              label={t.alt(place + 1)}
              hint={t.altHint}
              value={file.alt}
              fault={faultAt(`${at}/${place}`) ?? faultAt(`${at}/${place}/alt`)}
              onValue={(alt) => onMedia(media.with(place, { ...file, alt }))}
              required
              input={{ maxLength: 1000 }}
            />
            <div>
              <Button look="quiet" small onClick={() => onMedia(media.filter((_, other) => other !== place))}>
                {t.remove(place + 1)}
              </Button>
            </div>
          </fieldset>
        ))}
        <PartFault at={at} />
        {media.length < MOST && (
          <AddMedia
            courseId={courseId}
            label={label}
            onMedia={(added) =>
              media.some(({ fileId }) => fileId === added.fileId) ? undefined : onMedia([...media, added])
            }
          />
        )}
      </div>
    </FilesFrom.Provider>
  );
};
export default MediaFields;
