import { useState } from 'preact/hooks';
import { chooseLanguage, type Language, language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Notice } from '../../ui/notice.tsx';

/** Each language in its own words, so that it can be found by whoever reads only that one. */
const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'vi', name: new Intl.DisplayNames('vi', { type: 'language' }).of('vi') ?? 'vi' },
  { code: 'en', name: new Intl.DisplayNames('en', { type: 'language' }).of('en') ?? 'en' },
];

/** The language of the site on this device. */
export const LanguageChoice = () => {
  const { account: t } = useMessages();
  const shown = useStore(language);
  const [hasFailed, setFailed] = useState(false);
  const choose = async (wanted: Language): Promise<void> => {
    setFailed(false);
    await chooseLanguage(wanted).catch(() => setFailed(true));
  };
  return (
    <fieldset>
      <legend class="unseen">{t.language}</legend>
      <div class="ticks">
        {LANGUAGES.map(({ code, name }) => (
          <label key={code} class="tick" lang={code}>
            <input type="radio" name="language" checked={shown === code} onChange={() => void choose(code)} />
            {name}
          </label>
        ))}
      </div>
      {hasFailed && (
        <Notice tone="bad">
          <p>{t.languageFailed}</p>
        </Notice>
      )}
    </fieldset>
  );
};
