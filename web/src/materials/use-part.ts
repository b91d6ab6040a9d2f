import { useEffect, useState } from 'preact/hooks';

/** A part of the page whose script is asked for when somebody wants it; `again` asks once more after a failure. */
export const usePart = <P extends object>(isWanted: boolean, load: () => Promise<P>) => {
  const [part, setPart] = useState<P | 'failed'>();
  const isMissing = isWanted && part === undefined;
  useEffect(() => {
    if (!isMissing) return;
    load().then(setPart, () => setPart('failed'));
  }, [isMissing]);
  return { part, again: () => setPart(undefined) };
};
