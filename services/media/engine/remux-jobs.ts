import { join } from 'node:path';
import { accept, type RejectionCode, reject, type Verdict } from '../domain/rejection.ts';
import { glance } from './probe.ts';
import type { RangeReader } from './range-reader.ts';
import type { Remuxed, RemuxJob } from './remux.ts';
import type { EngineOutcome } from './run-child.ts';
import { LOOK_REFUSALS } from './stream-choice.ts';

type Run = (job: RemuxJob, source: RangeReader) => Promise<EngineOutcome<unknown>>;

/** What the child answered is read as a stranger's: something may have broken out of a parser in it. */
const refusalIn = (answer: unknown): RejectionCode | undefined =>
  LOOK_REFUSALS.find(
    (code) => typeof answer === 'object' && answer && 'refusal' in answer && answer.refusal === code,
  );

/**
 * A file that keeps a parser busy for longer, or makes it eat, than any that people have: it is made to, and comes
 * again no other.
 */
const isHostile = ({ code }: { readonly code: string }) => code === 'WORK' || code === 'MEMORY';

/** Looks by memory-safe code where there is some for the container, then by native parsers that open no decoder. */
async function looked(
  run: Run,
  container: Remuxed,
  source: RangeReader,
): Promise<EngineOutcome<Verdict<undefined>>> {
  const glanced = container === 'matroska' ? await glance(source) : accept(undefined);
  if (!glanced.ok) return { ok: true, value: glanced };
  const outcome = await run({ type: 'look', container }, source);
  if (!outcome.ok) return isHostile(outcome.failure) ? { ok: true, value: reject('CODEC') } : outcome;
  const refusal = refusalIn(outcome.value);
  return { ok: true, value: refusal ? reject(refusal) : accept(undefined) };
}

/** Lays a file's streams into `<outDir>/remuxed.mkv`, after it was looked at by a process of its own. */
export async function remuxed(
  run: Run,
  container: Remuxed,
  source: RangeReader,
  outDir: string,
): Promise<EngineOutcome<Verdict<string>>> {
  const verdict = await looked(run, container, source);
  if (!verdict.ok) return verdict;
  if (!verdict.value.ok) return { ok: true, value: verdict.value };
  const outPath = join(outDir, 'remuxed.mkv');
  const outcome = await run({ type: 'remux', container, outPath }, source);
  return outcome.ok ? { ok: true, value: accept(outPath) } : outcome;
}
