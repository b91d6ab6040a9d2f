// Stands inline in every shell and runs before the first paint. It only brings forward what the page's own scripts do as
// well: a browser that refuses it (an old page under a new policy) shows the same page a little later.
{
  const html = document.documentElement;
  const { scripts = '', starts, ownStarts = '', ownRoles = '', unless } = document.currentScript.dataset;

  const kept = (storage, key) => {
    try {
      return globalThis[storage].getItem(key);
    } catch {
      return null;
    }
  };
  const keysHere = () => {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
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

  /**
   * Each read by its address, asked by `get`. `{2}` stands for the second part of the page's own address, `{?lan}` for what
   * its query says of `lan`; a read of which the query says nothing is not asked.
   */
  const ask = (reads, get) => {
    const parts = location.pathname.split('/');
    const query = new URLSearchParams(location.search);
    const said = (name) => (name[0] === '?' ? query.get(name.slice(1)) : decodeURIComponent(parts[name]));
    const fill = (_, name) => {
      const value = said(name);
      if (!value) throw new URIError(name);
      return encodeURIComponent(value);
    };
    const answers = {};
    for (const address of reads.split(' ').filter(Boolean)) {
      try {
        const path = address.replace(/\{(\??\w+)\}/g, fill);
        answers[path] = get(path);
        answers[path].catch(() => {});
      } catch {
        // An address with a broken escape, or without that part: the page says what is to be said.
      }
    }
    return answers;
  };
  const read = (path, more) =>
    fetch(path, { headers: { accept: 'application/json', 'accept-language': html.lang, ...more } });

  /** Whoever is signed in here, as the last page kept it. */
  const whoIsHere = () => {
    const people = ['sessionStorage', 'localStorage'].flatMap(
      (place) => json(kept(place, 'hvs.people')) ?? [],
    );
    const current = kept('localStorage', 'hvs.current');
    return people.find((one) => one?.refresh && one.personId === current);
  };

  /**
   * The token that the reads of a signed-in person need. Where it is renewed is known from the last time; nothing is kept
   * of the answer, which the page takes from memory.
   */
  const renew = (refresh) => {
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

  /** The page's first reads in that person's name, sent when the token comes, with the token that each was asked with. */
  const askAsOne = (renewal, roles) => {
    const isMeant = ownRoles.split(' ').some((role) => roles?.includes(role));
    if (!renewal || !isMeant) return {};
    const token = renewal.answer
      .then((response) => response.clone().json())
      .then(({ AuthenticationResult }) => AuthenticationResult.AccessToken);
    return ask(ownStarts, async (path) => {
      const authorization = `Bearer ${await token}`;
      return { authorization, response: await read(path, { authorization }) };
    });
  };

  /**
   * The page's own scripts, before the first one asks for them. As links of the document they would take every line there
   * is before the renewal, on which all follows that is drawn for whoever is signed in.
   */
  const bring = () => {
    for (const href of scripts.split(' ').filter(Boolean))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  };

  /** The page's script did not arrive: the shell says so instead of waiting for ever. */
  const sayLate = ({ target }) => {
    const late = document.getElementById('late');
    if (target.tagName === 'SCRIPT' && late) late.hidden = false;
  };

  dress();
  const here = whoIsHere();
  const renewal = renew(here?.refresh);
  bring();
  const isHere = unless && keysHere().some((key) => key.startsWith(unless));
  globalThis.hvsStarted = isHere
    ? { renewal, answers: {}, own: {} }
    : { renewal, answers: ask(starts, read), own: askAsOne(renewal, here?.roles) };
  addEventListener('error', sayLate, true);
}
