import './captions.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { Refused } from '../../api/types.ts';
import { withPass } from '../../media-pass/see-poster.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Editor } from './editor.tsx';
import type { Track } from './use-captions.ts';

type Language = Track['language'];
type SavedTrack = { readonly ok: true; readonly body: { readonly track?: Track } };

/** The captions of a language as they were saved last; none, which is where the first begin, are not asked for. */
const savedTrack = async (assetId: string, language: Language): Promise<SavedTrack | Refused> => {
  const list = await api.listCaptions({ params: { assetId } });
  if (!list.ok) return list;
  if (!list.body.tracks.some((one) => one.language === language)) return { ok: true, body: {} };
  const answer = await api.getCaptions({ params: { assetId, language } });
  return answer.ok ? { ok: true, body: { track: answer.body } } : answer;
};

/** The captions of one recording, one language at a time. */
const CaptionsPage = () => {
  const { captions: t } = useMessages();
  const assetId = useRoute().params.assetId ?? '';
  const [language, setLanguage] = useState<Language>('vi');
  const recording = useResource(() => withPass(api.getMedia({ params: { assetId } })), [assetId]);
  const saved = useResource(() => savedTrack(assetId, language), [assetId, language]);
  const title = recording.data?.title;
  const choices = Object.entries(t.languages).map(([value, text]) => ({ value, text }));
  return (
    <Page
      title={title ? t.titleOf(title) : t.title}
      lead={t.lead}
      back={{ href: `/tai-len/${assetId}`, label: t.backToRecording }}
    >
      <OnlyFor roles={['content-staff', 'teacher', 'training-head']}>
        <Loaded of={recording}>
          {(asset) => (
            <>
              <SelectField
                label={t.languageLabel}
                value={language}
                choices={choices}
                onValue={(value) => setLanguage(value as Language)}
              />
              <Loaded of={saved}>
                {({ track }) => <Editor key={language} asset={asset} language={language} saved={track} />}
              </Loaded>
            </>
          )}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default CaptionsPage;
