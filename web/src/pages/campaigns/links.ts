/** The tracked link of a channel as people get it: absolute, on this site. */
export const linkOf = (origin: string, path: string): string => new URL(path, origin).href;

/** The same link as it stands in the QR code, so that a scan can be told from a press. */
export const qrLinkOf = (origin: string, path: string): string => {
  const address = new URL(path, origin);
  address.searchParams.set('via', 'qr');
  return address.href;
};
