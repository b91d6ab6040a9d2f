import { PASS_SECONDS } from './access.ts';

/** The folder that holds every file of an asset, as the site shows it. */
export const folderOfMedia = (assetId: string) => `/media/${assetId}/`;
/** The same of a package, at the origin where packages play. */
export const folderOfPackage = (assetId: string) => `/packages/${assetId}/`;

/**
 * What CloudFront checks a request against (developer guide, "Set signed cookies using a custom policy"). The host is
 * written out: its wildcard stands for any text, so that `https://*` + folder would also fit another asset's address
 * with this folder in its query.
 */
export const passPolicy = (host: string, folder: string, untilEpochSeconds: number): string =>
  JSON.stringify({
    Statement: [
      {
        Resource: `https://${host}${folder}*`,
        Condition: { DateLessThan: { 'AWS:EpochTime': untilEpochSeconds } },
      },
    ],
  });

/** Sent with requests for this asset alone, so that passes to several do not replace each other. */
export const cookieFor = (assetId: string, name: string, value: string): string =>
  `${name}=${value}; Path=${folderOfMedia(assetId)}; Max-Age=${PASS_SECONDS}; Secure; HttpOnly; SameSite=Strict`;
