/** WCAG 2.2, 1.4.12: what a reader may set without losing anything. */
const APART = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(APART);

/** Sets letters apart, or as the site has them. */
export const spread = (isApart: boolean): void => {
  document.adoptedStyleSheets = isApart ? [sheet] : [];
};
