/** Runs a load-decide-save round again when `save` lost a race, up to three times. Undefined when it lost them all. */
export async function retryOnConflict<T>(round: () => Promise<T | 'conflict'>): Promise<T | undefined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const result = await round();
    if (result !== 'conflict') return result;
  }
  return undefined;
}
