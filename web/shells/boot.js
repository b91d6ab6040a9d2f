// Stands inline in every shell and runs before the first paint. It only brings forward what the page's own scripts do as
// well: a browser that refuses it (an old page under a new policy) shows the same page a little later.
{
  const html = document.documentElement;
  const { starts } = document.currentScript.dataset;

  const kept = (storage, key) => {
    try {
      return globalThis[storage].getItem(key);
    } catch {
      return null;
    }
  };
  const json = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  /** Letters, colours and language as they were chosen on this device. */
  const dress = () => {
    const one = (key, known) => known.find((value) => value === kept('localStorage', key));
    const asked = matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal';
    html.lang = one('hvs.language', ['en']) ?? 'vi';
    html.dataset.size = one('hvs.text-size', ['1', '2', '3']) ?? '1';
    html.dataset.contrast = one('hvs.contrast', ['normal', 'more']) ?? asked;
  };

  /** The page's first reads. `{2}` stands for the second part of the address. */
  const ask = () => {
    const parts = location.pathname.split('/');
    const fill = (_, at) => encodeURIComponent(decodeURIComponent(parts[at]));
    const headers = { accept: 'application/json', 'accept-language': html.lang };
    const answers = {};
    for (const address of starts.split(' ').filter(Boolean)) {
      try {
        const path = address.replace(/\{(\d)\}/g, fill);
        answers[path] = fetch(path, { headers });
        answers[path].catch(() => {});
      } catch {
        // An address with a broken escape: the page says what is to be said.
      }
    }
    return answers;
  };

  /**
   * The token that the reads of a signed-in person need. Who that is and where it is renewed is known from the last time;
   * nothing is kept of the answer, which the page takes from memory.
   */
  const renew = () => {
    const people = ['sessionStorage', 'localStorage'].flatMap(
      (place) => json(kept(place, 'hvs.people')) ?? [],
    );
    const current = kept('localStorage', 'hvs.current');
    const refresh = people.find((one) => one?.refresh && one.personId === current)?.refresh;
    const pool = json(kept('localStorage', 'hvs.pool'));
    if (!refresh || !pool) return null;
    const answer = fetch(pool.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        ClientId: pool.clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refresh },
      }),
    });
    answer.catch(() => {});
    return { refresh, answer };
  };

  /** The page's script did not arrive: the shell says so instead of waiting for ever. */
  const sayLate = ({ target }) => {
    const late = document.getElementById('late');
    if (target.tagName === 'SCRIPT' && late) late.hidden = false;
  };

  dress();
  globalThis.hvsStarted = { renewal: renew(), answers: ask() };
  addEventListener('error', sayLate, true);
}
