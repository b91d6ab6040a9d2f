import { advance, type Recording } from '../domain/recording.ts';
import { type ExamineTools, examineUpload } from './examine-upload.ts';

/**
 * Plans a recording anew whose plan was made for an engine that is no longer there, as after a deployment: parts made
 * by two engines do not fit together. What the old one made stays under a name that nothing speaks of. Throws when the
 * recording changed meanwhile or could not be looked at; the work then comes again.
 */
export async function renewPlan(
  tools: ExamineTools,
  was: Recording,
  cause: { readonly at: string; readonly causationId: string },
): Promise<void> {
  const advanced = advance(was, [{ type: 'discard-plan', bytes: was.bytes }], cause.at);
  const saved = advanced.ok && (await tools.store.save(was, advanced.recording));
  const examined = saved === 'saved' && (await examineUpload(tools, was.assetId, cause));
  if (!examined || examined === 'conflict' || 'failure' in examined)
    throw new Error(`${was.assetId} could not be planned anew`);
}
