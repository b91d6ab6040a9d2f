import { isVisible, nameOf } from './shapes.ts';

/** Also those that only screen readers are given. */
const count = (selector: string): number =>
  [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;

/** What every page has once: a heading, the place for its content, a title of its own, its language. */
const missingParts = (): string[] => [
  ...(count('h1') === 1 ? [] : [`${count('h1')} headings of the first level`]),
  ...(document.querySelectorAll('main').length === 1 ? [] : ['not exactly one main landmark']),
  ...(/^(vi|en)$/.test(document.documentElement.lang) ? [] : [`language "${document.documentElement.lang}"`]),
  ...(document.title.trim() === '' ? ['no title'] : []),
];

/** Headings that skip a level: a screen reader's list of them has holes then. */
const skippedLevels = (): string[] => {
  const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].filter(isVisible);
  return levels
    .filter((heading, at) => Number(heading.tagName[1]) > Number(levels[at - 1]?.tagName[1] ?? 0) + 1)
    .map((heading) => `${nameOf(heading)} skips a level`);
};

/** Letters smaller than a phone should show (14 px). */
const tinyText = (): string[] => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const tiny: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest('svg') || !isVisible(parent)) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < 14) tiny.push(`"${node.textContent.trim().slice(0, 40)}" has ${size} px`);
  }
  return tiny;
};

/** Whatever moves although the device asks for less motion. */
const motion = (): string[] =>
  matchMedia('(prefers-reduced-motion: reduce)').matches
    ? document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ effect }) => `${nameOf((effect as KeyframeEffect).target ?? document.body)} moves`)
    : [];

export const findFrameFaults = (): string[] => [
  ...missingParts(),
  ...skippedLevels(),
  ...tinyText(),
  ...motion(),
];
