import type { Readable } from 'node:stream';
import type { Reply } from './job.ts';

/** Many times what an honest child says, whose longest word is an error of libav. */
const MOST_BYTES = 64 * 1024;

// By hand: with what it takes of zod, the function that encodes would be over its budget.
const isReply = (said: Partial<Record<'ok' | 'engine' | 'detail' | 'refusal', unknown>>): said is Reply =>
  said.ok === true
    ? typeof said.engine === 'string' && ['string', 'undefined'].includes(typeof said.refusal)
    : said.ok === false && typeof said.detail === 'string';

/** What one line says. Throws when it says nothing that is known. */
function lineOf(text: string): Heard {
  const said = JSON.parse(text);
  if (typeof said.noSandbox === 'string') return { noSandbox: said.noSandbox };
  if (!isReply(said)) throw new Error('no answer');
  return { reply: said };
}

/** What a child said until it ended: its answer, and why the system does not cut it off, if so. */
export interface Heard {
  readonly reply?: Reply;
  readonly noSandbox?: string;
}

const RUBBISH: Heard = { reply: { ok: false, detail: 'the child said what is no answer' } };

function understood(text: string): Heard {
  try {
    const lines = text.split('\n').filter((line) => line !== '');
    return Object.assign({}, ...lines.map(lineOf));
  } catch {
    return RUBBISH;
  }
}

/** Listens to a child, who may be anybody's by now: holds no more than an honest one says, and throws nothing. */
export function listen(pipe: Readable): () => Heard {
  let bytes = Buffer.alloc(0);
  pipe.on('data', (data: Buffer) => {
    bytes = Buffer.concat([bytes, data]);
    if (bytes.length > MOST_BYTES) pipe.destroy();
  });
  // A child that was killed while it spoke; how it ended is told elsewhere.
  pipe.on('error', () => undefined);
  return () => (bytes.length > MOST_BYTES ? RUBBISH : understood(bytes.toString()));
}
