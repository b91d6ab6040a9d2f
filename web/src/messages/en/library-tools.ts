import type { libraryTools as vi } from '../vi/library-tools.ts';

/** What staff do with a material that is listed: post it, show it on a television. */
export const libraryTools: typeof vi = {
  share: {
    title: 'Post on social networks',
    lead: 'The post has the title, the source and an address that opens for everybody.',
    credit: (source, licence) => `Source: ${source} (${licence})`,
    notOpen: 'This material is for those enrolled in its course, so it cannot be posted.',
    copy: 'Copy the post',
    copied: 'Copied. Paste it into your post.',
    notCopied: 'This device does not let us copy. Copy the address from the address bar.',
    clip: (size) => `Save the video for a post, ${size}`,
    saving: 'Saving',
    notSaved: 'The video could not be saved. Check the network and press again.',
  },
  tv: {
    title: 'Show it on a television',
    draw: 'Get a code for the television',
    drawAgain: 'Get another code',
    close: 'End this code',
    closed: 'The former code opens nothing any more.',
    how: (address) => `On the television open ${address} and type these six digits.`,
    until: (when) => `The code works until ${when}.`,
  },
};
