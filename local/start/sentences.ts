import { StartRefused } from '../template/start-refused.ts';

/** Errors that a person can mend, as a sentence that says how; undefined for bugs, which keep their stack. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StartRefused) return error.message;
  if (!(error instanceof Error)) return undefined;
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) return error.message;
  const text = `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}`.trim();
  if (/ENOSPC|SQLITE_FULL|disk is full/.test(text)) return 'The disk is full: free some space and try again.';
  if (/EACCES|EROFS|readonly database/.test(text))
    return `There is no right to write here (${text}): choose another folder with --data.`;
  return undefined;
}

/**
 * Runs a command to its exit code. What a person can mend ends it with one sentence and exit code 1, also when it comes
 * up later, in work that nobody waits for (a disk that is full while messages are written). What is stored is whole:
 * every write is a transaction.
 */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  process.on('uncaughtException', (error) => {
    console.error(sentenceFor(error) ?? error);
    process.exit(1);
  });
  try {
    process.exit(await command());
  } catch (error) {
    console.error(sentenceFor(error) ?? error);
    process.exit(1);
  }
}
