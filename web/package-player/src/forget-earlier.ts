function forgetCookie(name: string): void {
  for (const kind of ['', '; Secure; SameSite=None; Partitioned']) {
    // biome-ignore lint/suspicious/noDocumentCookie: older Safari has no Cookie Store.
    document.cookie = `${name}=; Path=/; Max-Age=0${kind}`;
  }
}

/** What this browser does not have, or keeps from a frame, needs no emptying. */
const where = async (work: () => unknown): Promise<void> => {
  try {
    await work();
  } catch {
    // As said.
  }
};

/**
 * Removes what packages kept in this browser by themselves. Several people learn at one device: what one of them typed is
 * not there for the next, and the run-time environment is the only memory (docs/adr/0041).
 */
export async function forgetEarlier(): Promise<void> {
  await where(() => localStorage.clear());
  await where(() => sessionStorage.clear());
  // Those that packages wrote for the whole origin: ours lie at the folders of packages, out of sight from here.
  await where(() => {
    for (const cookie of document.cookie.split('; ')) forgetCookie(cookie.split('=', 1)[0] ?? '');
  });
  await where(async () => {
    // What is asked of a database next waits until it is gone.
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  await where(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
}
