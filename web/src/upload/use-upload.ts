import { useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { createIntent } from '../api/intent-key.ts';
import type { BodyOf, Problem } from '../api/types.ts';
import { forgetParts, keepPart, keptParts } from './kept-upload.ts';
import { type Part, sendParts } from './parts.ts';
import { putPart } from './put-part.ts';

type Asset = BodyOf<'requestUpload'>['asset'];
export type Upload =
  | { readonly phase: 'idle' | 'preparing' | 'joining' | 'done' }
  | { readonly phase: 'sending' | 'interrupted'; readonly sentBytes: number; readonly bytes: number }
  | { readonly phase: 'refused'; readonly problem: Problem };
export type Wanted = { readonly title: string; readonly courseId?: string; readonly lessonNo?: number };

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends the parts that are left, the bytes before them being there already, and tells how far it has come. */
async function sendRest(
  file: File,
  assetId: string,
  todo: readonly Part[],
  onChange: (upload: Upload) => void,
): Promise<'all-sent' | 'interrupted'> {
  const before = todo[0]?.fromByte ?? file.size;
  const show = (phase: 'sending' | 'interrupted', bytes: number) =>
    onChange({ phase, sentBytes: before + bytes, bytes: file.size });
  let latest = 0;
  show('sending', 0);
  const outcome = await sendParts(todo, {
    put: ({ url, fromByte, toByte }, onSent) => putPart(url, file.slice(fromByte, toByte), onSent),
    wait,
    onProgress: (bytes) => {
      latest = bytes;
      show('sending', bytes);
    },
    onArrived: (arrived) => keepPart(assetId, arrived),
  });
  if (outcome.kind === 'interrupted') show('interrupted', latest);
  return outcome.kind;
}

/** Uploads one file at a time: announce, send the parts, join them; after an interruption only the rest is sent. */
export const useUpload = (onMoved: () => void) => {
  const [upload, setUpload] = useState<Upload>({ phase: 'idle' });
  const intent = useRef(createIntent());
  const current = useRef<{ file: File; assetId: string } | undefined>(undefined);

  const join = async (assetId: string): Promise<void> => {
    setUpload({ phase: 'joining' });
    const parts = [...keptParts(assetId)].sort((a, b) => a.partNumber - b.partNumber);
    const answer = await api.completeUpload({ params: { assetId }, body: { parts } });
    if (!answer.ok) return setUpload({ phase: 'refused', problem: answer.problem });
    forgetParts(assetId);
    setUpload({ phase: 'done' });
    onMoved();
  };

  const send = async (file: File, assetId: string, todo: readonly Part[]): Promise<void> => {
    current.current = { file, assetId };
    if ((await sendRest(file, assetId, todo, setUpload)) === 'interrupted') return;
    // One answer holds the addresses of a hundred parts; a long recording has more.
    const isRest = (todo.at(-1)?.toByte ?? file.size) < file.size;
    await (isRest ? goOn() : join(assetId));
  };

  const start = async (file: File, wanted: Wanted): Promise<void> => {
    setUpload({ phase: 'preparing' });
    const body = { ...wanted, fileName: file.name, bytes: file.size };
    const answer = await api.requestUpload({ body, key: intent.current.keyFor(body) });
    if (!answer.ok) return setUpload({ phase: 'refused', problem: answer.problem });
    intent.current.done();
    onMoved();
    await send(file, answer.body.asset.assetId, answer.body.parts);
  };

  /** Goes on after a break: with the file of before, or with the same file chosen again for `asset`. */
  const goOn = async (chosen?: { readonly file: File; readonly asset: Asset }): Promise<void> => {
    const file = chosen?.file ?? current.current?.file;
    const assetId = chosen?.asset.assetId ?? current.current?.assetId;
    if (!file || !assetId) return;
    setUpload({ phase: 'preparing' });
    const answer = await api.renewUpload({ params: { assetId } });
    if (!answer.ok) return setUpload({ phase: 'refused', problem: answer.problem });
    await send(file, assetId, answer.body.parts);
  };

  return { upload, start, goOn, reset: () => setUpload({ phase: 'idle' }) };
};
