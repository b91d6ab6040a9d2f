/** Lets the browser save what lies at an address that says it is to be saved. */
export const saveAddress = (url: string): void => {
  Object.assign(document.createElement('a'), { href: url }).click();
};
