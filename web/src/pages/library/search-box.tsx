import { useEffect, useRef, useState } from 'preact/hooks';
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
  const told = useRef(words);
  useEffect(() => {
    // What was told comes back while the next word is being typed: it is older than the field.
    if (words !== told.current) setTyped(words);
    told.current = words;
  }, [words]);
  useEffect(() => {
    if (settled === words || settled !== typed.trim().slice(0, MOST_SIGNS)) return;
    told.current = settled;
    onWords(settled);
  }, [settled]);
  return <SearchField label={t.search.label} hint={t.search.hint} value={typed} onValue={setTyped} />;
};
