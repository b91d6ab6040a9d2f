import { useEffect, useState } from 'preact/hooks';
import { fetchMedia } from '../media-pass/fetch-media.ts';

export type PageText = { readonly width: number; readonly height: number; readonly text: string };

/** Sizes and words of all pages; `failed` when they did not come, and `again` asks once more. */
export const usePageTexts = (path: string) => {
  const [pages, setPages] = useState<readonly PageText[] | 'failed'>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const given = new AbortController();
    fetchMedia(path, { signal: given.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))))
      .then(
        (text: { readonly pages: readonly PageText[] }) => setPages(text.pages),
        () => given.signal.aborted || setPages('failed'),
      );
    return () => given.abort();
  }, [path, attempt]);
  const again = (): void => {
    setPages(undefined);
    setAttempt((before) => before + 1);
  };
  return { pages, again };
};
