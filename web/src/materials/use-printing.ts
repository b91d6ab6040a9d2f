import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Resolves once no picture waits for its turn any more, and those that are there can be drawn. */
const allDrawn = async (element: HTMLElement): Promise<void> => {
  while (element.querySelector('div.media-image')) await new Promise(requestAnimationFrame);
  const pictures = [...element.querySelectorAll('img')];
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
};

/** Prints one element alone: all of its pictures are waited for, and the rest of the page is left out. */
export const usePrinting = (sheet: RefObject<HTMLElement | null>) => {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const element = sheet.current;
    if (!isPrinting || !element) return;
    void allDrawn(element).then(() => {
      document.documentElement.dataset.print = 'document';
      window.print();
      delete document.documentElement.dataset.print;
      setPrinting(false);
    });
  }, [isPrinting, sheet]);
  return { isPrinting, print: () => setPrinting(true) };
};
