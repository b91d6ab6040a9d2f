import './captions.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { MediaAsset } from '../../../../services/media/contract.ts';
import { api } from '../../api/api.ts';
import type { Refused } from '../../api/types.ts';
import { withPass } from '../../media-pass/see-poster.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { names as words } from '../../messages/vi/names.ts';
import { useOnlyTab } from '../../state/use-only-tab.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded, OnlyFor, Waiting } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Editor } from './editor.tsx';
import type { Track } from './use-captions.ts';

bringWords({ names: words });

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

type LanguageProps = { readonly asset: MediaAsset; readonly language: Language };

/** Asked for when no other tab is at work on them any more: what that one saved comes with the answer. */
const OneLanguage = ({ asset, language }: LanguageProps) => {
  const saved = useResource(() => savedTrack(asset.assetId, language), [asset.assetId, language]);
  return (
    <Loaded of={saved}>{({ track }) => <Editor asset={asset} language={language} saved={track} />}</Loaded>
  );
};

/** Two tabs would write over each other's lines, for the device keeps one draft of a language. */
const InOneTab = (props: LanguageProps) => {
  const { captions: t } = useMessages();
  const isMine = useOnlyTab(`hvs.captions ${props.asset.assetId} ${props.language}`);
  if (isMine) return <OneLanguage {...props} />;
  return isMine === undefined ? (
    <Waiting />
  ) : (
    <Notice>
      <p>{t.elsewhere}</p>
    </Notice>
  );
};

/** The captions of one recording, one language at a time. */
const CaptionsPage = () => {
  const { captions: t, names } = useMessages();
  const assetId = useRoute().params.assetId ?? '';
  const [language, setLanguage] = useState<Language>('vi');
  const recording = useResource(() => withPass(api.getMedia({ params: { assetId } })), [assetId]);
  const title = recording.data?.title;
  const choices = Object.entries(names.languages).map(([value, text]) => ({ value, text }));
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
              <InOneTab key={language} asset={asset} language={language} />
            </>
          )}
        </Loaded>
      </OnlyFor>
    </Page>
  );
};
export default CaptionsPage;
