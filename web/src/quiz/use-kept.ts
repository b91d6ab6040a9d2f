import { useEffect, useState } from 'preact/hooks';
import { keeping } from './keeping.ts';

/** What is on this device now; the component is drawn again after every change, of this tab or another. */
export const useKept = <T>(read: () => T): T => {
  const [, setRevision] = useState(0);
  useEffect(() => {
    const again = () => setRevision((before) => before + 1);
    // Whatever changed between the first drawing and now.
    again();
    return keeping.listen(again);
  }, []);
  return read();
};
