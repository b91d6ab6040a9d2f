import * as z from 'zod';

/** What a material of the library is: an asset that the media service made ready, or a thing kept elsewhere. */
export const MaterialKind = z.enum(['video', 'audio', 'image', 'document', 'package', 'link', 'reference']);
