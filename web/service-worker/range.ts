/** Bytes from `start` to `end`, both included. */
type Range = { readonly start: number; readonly end: number };

/**
 * What a Range header (RFC 9110, section 14) asks of a file of `size` bytes: undefined when it asks for the whole, or in
 * a way that may be answered by the whole; `beyond` when no byte of it exists.
 */
export const rangeOf = (header: string | null, size: number): Range | 'beyond' | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return undefined;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const count = Number(last);
    return count === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - count), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'beyond' : { start, end };
};

/** A stored whole file as the answer to a request that may want a part of it, so that a player can seek. */
export const inRange = async (whole: Response, header: string | null): Promise<Response> => {
  if (!header) return whole;
  const bytes = await whole.blob();
  const range = rangeOf(header, bytes.size);
  const headers = new Headers(whole.headers);
  headers.set('accept-ranges', 'bytes');
  if (range === 'beyond') {
    headers.set('content-range', `bytes */${bytes.size}`);
    headers.set('content-length', '0');
    return new Response(null, { status: 416, headers });
  }
  if (!range) return new Response(bytes, { headers });
  const { start, end } = range;
  headers.set('content-range', `bytes ${start}-${end}/${bytes.size}`);
  headers.set('content-length', String(end - start + 1));
  return new Response(bytes.slice(start, end + 1), { status: 206, headers });
};
