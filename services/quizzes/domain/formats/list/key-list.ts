const TOKEN = /(?<number>\d{1,4})|(?<letter>(?<!\p{L})[A-Ha-h](?!\p{L}))/gu;

/**
 * The keys listed at the end of a file, by number: "1.A 2-B 3c", "Câu 1: A", or a table, whose row of numbers
 * stands before the row of as many letters.
 */
export function keysIn(lines: readonly string[]): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  let numbers: number[] = [];
  let letters: string[] = [];
  const settle = (): void => {
    if (numbers.length === letters.length)
      for (const [at, number] of numbers.entries()) keys.set(number, letters[at] ?? '');
    numbers = [];
    letters = [];
  };
  for (const line of lines)
    for (const { groups } of line.matchAll(TOKEN)) {
      if (groups?.number !== undefined) {
        if (letters.length > 0) settle();
        numbers.push(Number(groups.number));
      } else letters.push((groups?.letter ?? '').toUpperCase());
    }
  settle();
  return keys;
}
