// Stands inline in every shell and runs before the first paint. It only brings forward what the page's own scripts do as
// well: a browser that refuses it (an old page under a new policy) shows the same page a little later.
(() => {
  const html = document.documentElement;
  const { currentScript } = document;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const one = (key, known) => known.find((value) => value === kept(key));

  html.lang = one('hvs.language', ['en']) ?? 'vi';
  html.dataset.size = one('hvs.text-size', ['1', '2', '3']) ?? '1';
  html.dataset.contrast =
    one('hvs.contrast', ['normal', 'more']) ??
    (matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal');

  // `{2}` stands for the third part of the address, counted from its first slash.
  const parts = location.pathname.split('/');
  const fill = (address) =>
    address.replace(/\{(\d)\}/g, (_, at) => encodeURIComponent(decodeURIComponent(parts[at])));
  const headers = { accept: 'application/json', 'accept-language': html.lang };
  const started = {};
  for (const address of currentScript.dataset.starts.split(' ').filter(Boolean)) {
    try {
      const path = fill(address);
      started[path] = fetch(path, { headers });
      started[path].catch(() => {});
    } catch {
      // An address with a broken escape: the page says what is to be said.
    }
  }
  globalThis.hvsStarted = started;

  // The page's script did not arrive: the shell says so instead of waiting for ever.
  addEventListener(
    'error',
    ({ target }) => {
      const late = document.getElementById('late');
      if (target.tagName === 'SCRIPT' && late) late.hidden = false;
    },
    true,
  );
})();
