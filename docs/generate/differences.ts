const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointers to the smallest parts that differ, in the order of the keys. */
export function differences(stored: unknown, wanted: unknown, pointer = ''): string[] {
  if (!isBranch(stored) || !isBranch(wanted))
    return JSON.stringify(stored) === JSON.stringify(wanted) ? [] : [pointer || '/'];
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(wanted)])];
  return keys.flatMap((key) => differences(stored[key], wanted[key], `${pointer}/${escaped(key)}`));
}
