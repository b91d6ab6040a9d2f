import { StartRefused } from '../template/start-refused.ts';

/** Errors that a person can mend, as a sentence that says how; undefined for bugs, which keep their stack. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StartRefused) return error.message;
  if (!(error instanceof Error)) return undefined;
  const text = `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}`.trim();
  if (/ENOSPC|disk is full/.test(text)) return 'The disk is full: free some space and try again.';
  if (/EACCES|EROFS|readonly database/.test(text))
    return `There is no right to write here (${text}): choose another folder with --data.`;
  return undefined;
}

/** Runs a command to its exit code. What a person can mend ends it with one sentence and exit code 1. */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(sentenceFor(error) ?? error);
    process.exit(1);
  }
}
