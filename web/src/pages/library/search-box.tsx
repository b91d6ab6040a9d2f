import { useEffect, useState } from 'preact/hooks';
import { useSettled } from '../../state/use-settled.ts';
import { SearchField } from '../../ui/fields.tsx';
import { useLibraryWords } from './use-library-words.ts';

/** As many signs as the service takes. */
const MOST_SIGNS = 120;

type Props = { readonly words: string; readonly onWords: (words: string) => void };

/** Words to look for: told when the typing rests. What stands in the address comes first, also after "back". */
export const SearchBox = ({ words, onWords }: Props) => {
  const t = useLibraryWords();
  const [typed, setTyped] = useState(words);
  const settled = useSettled(typed.trim().slice(0, MOST_SIGNS));
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (settled !== words && settled === typed.trim().slice(0, MOST_SIGNS)) onWords(settled);
  }, [settled]);
  return <SearchField label={t.search.label} hint={t.search.hint} value={typed} onValue={setTyped} />;
};
