/** A stop of the tour and the names of its pictures. */
export type Shot = { readonly stop: string; readonly drawings: readonly string[] };

const figure = (stop: string, drawing: string): string => {
  const file = `${stop}-${drawing}.png`;
  return `<figure><a href="${file}"><img src="${file}" alt="${stop}, ${drawing}" loading="lazy"></a><figcaption>${drawing}</figcaption></figure>`;
};

/** One plain page with all pictures, a row per stop, each opening in full. */
export const contactSheet = (shots: readonly Shot[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>All pages</title>
<style>
  body { font: 16px/1.4 system-ui, sans-serif; margin: 24px; background: #eee; }
  section > div { display: flex; gap: 16px; overflow-x: auto; align-items: start; padding-bottom: 12px; }
  figure { margin: 0; flex: none; }
  img { height: 420px; max-width: 640px; object-fit: cover; object-position: top; border: 1px solid #888; display: block; }
</style>
<h1>All pages</h1>
${shots
  .map(
    ({ stop, drawings }) =>
      `<section><h2 id="${stop}">${stop}</h2><div>${drawings.map((drawing) => figure(stop, drawing)).join('')}</div></section>`,
  )
  .join('\n')}
</html>
`;
