/**
 * Milliseconds left of an attempt by the server's clock, however wrong the phone's is. `receivedAt` and `now` are
 * readings of one monotonic clock (performance.now). Undefined without a deadline; 0 when time is up.
 */
export const timeLeft = (
  attempt: { readonly deadline?: string | undefined; readonly serverTime: string },
  receivedAt: number,
  now: number,
): number | undefined => {
  if (!attempt.deadline) return undefined;
  const atReceipt = Date.parse(attempt.deadline) - Date.parse(attempt.serverTime);
  return Math.max(0, atReceipt - (now - receivedAt));
};
