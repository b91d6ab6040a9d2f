/** Long enough for the browser to have taken the file; until it is let go it stays in memory. Milliseconds. */
const KEPT_MS = 60_000;

/** Hands a file to the device, which saves it or offers to open it with a program of its own. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
};
