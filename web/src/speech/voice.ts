import { useEffect, useState } from 'preact/hooks';

/**
 * The device's own Vietnamese voice, once it is known. A voice that lives in somebody's cloud is not taken: every
 * sentence would be sent there.
 */
const vietnameseVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && /^vi\b/i.test(lang.replace('_', '-')));

/** Follows the list of voices, which browsers fill in some time after the page has begun. */
export const useVietnameseVoice = (): SpeechSynthesisVoice | undefined => {
  const [voice, setVoice] = useState(vietnameseVoice);
  useEffect(() => {
    const speech = globalThis.speechSynthesis;
    // Browsers make new objects for the same voice; the one in use stays, or reading would begin anew.
    const look = () =>
      setVoice((before) => {
        const now = vietnameseVoice();
        return now?.voiceURI === before?.voiceURI ? before : now;
      });
    look();
    speech?.addEventListener?.('voiceschanged', look);
    return () => speech?.removeEventListener?.('voiceschanged', look);
  }, []);
  return voice;
};
