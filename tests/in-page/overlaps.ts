import { fixedBars, isVisible, nameOf, overlaps, seenBox } from './shapes.ts';

/** What is pressed, and the signs and words that lie on a picture to be pressed. */
const CONTROLS =
  'a[href], button, input:not(label input), select, textarea, label:has(input), .chip, .video-play';

/** What lies over the page on purpose, until it is closed. */
const OVER = '.skip, .person-panel, .appearance-panel';

/** Controls that cover a part of another one: a finger meets the wrong one, and what lies below is not read. */
export const findOverlaps = (): string[] => {
  const bars = fixedBars();
  const controls = [...document.querySelectorAll(CONTROLS)]
    .filter((element) => isVisible(element) && !element.closest(OVER))
    .filter((element) => !bars.some((bar) => bar.contains(element)))
    .map((element) => ({ element, box: seenBox(element) }));
  return controls.flatMap(({ element, box }, at) =>
    controls
      .slice(at + 1)
      .filter((other) => !element.contains(other.element) && !other.element.contains(element))
      .filter((other) => overlaps(box, other.box))
      .map((other) => `${nameOf(element)} and ${nameOf(other.element)} lie on each other`),
  );
};
