import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Resolves once it is over, or no picture waits for its turn any more, and those that are there can be drawn. */
const allDrawn = async (element: HTMLElement, isOver: () => boolean): Promise<void> => {
  while (!isOver() && element.querySelector('div.media-image')) await new Promise(requestAnimationFrame);
  const pictures = [...element.querySelectorAll('img')];
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
};

/** Prints one element alone, once it stands (`isThere`): all of its pictures are waited for, and the rest of the page is left out. */
export const usePrinting = (sheet: RefObject<HTMLElement | null>, isThere: boolean) => {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const element = sheet.current;
    if (!isPrinting || !element) return undefined;
    let isOver = false;
    void allDrawn(element, () => isOver).then(() => {
      if (isOver) return;
      document.documentElement.dataset.print = 'document';
      window.print();
      delete document.documentElement.dataset.print;
      setPrinting(false);
    });
    // Closed while its pages were still on their way.
    return () => {
      isOver = true;
    };
  }, [isPrinting, isThere, sheet]);
  return { isPrinting, print: () => setPrinting(true) };
};
