/** A random Idempotency-Key of 32 characters. Unlike randomUUID it also works on a page served without TLS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * Keys for one form or button. The same content gets the same key until it has succeeded, so pressing again after
 * a lost answer has one effect, while a changed form is a new intent.
 */
export const createIntent = (fresh: () => string = newKey) => {
  let content: string | undefined;
  let key = '';
  return {
    keyFor(body: unknown): string {
      const wanted = JSON.stringify(body);
      if (wanted !== content) {
        content = wanted;
        key = fresh();
      }
      return key;
    },
    done(): void {
      content = undefined;
    },
  };
};
