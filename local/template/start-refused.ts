/** Why the local cloud does not start: `message` is one sentence for the person at the keyboard, shown without a stack trace. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
