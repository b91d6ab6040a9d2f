/**
 * Access patterns of the media table:
 * AP1 recording by id                     MEDIA / ASSET#asset
 * AP2 all recordings, newest first        MEDIA / ASSET#…, descending (an asset's id starts with its time)
 * AP3 recordings of an uploader           gsi1: UPLOADER#person / ASSET#asset, descending
 * AP4 recordings of a course to watch     COURSE#course / ASSET#asset; of none COURSE#NONE
 * AP5 what is not settled yet             OPEN / ASSET#asset
 * AP6 job of a source file                ASSET#asset / JOB#object version
 * AP7 facts of the encoded parts          ASSET#asset / PART#plan#part
 * AP8 captions being worked on            ASSET#asset / DRAFT#language
 * AP9 captions that viewers can choose    ASSET#asset / CAPTIONS
 * AP10 files of a length, not dropped     SIZE#bytes / ASSET#asset
 * AP11 the file that a content belongs to CONTENT#digest / OWNER#PERSON#… or OWNER#COURSE#…
 * AP12 what a person, or all, have used   QUOTA#person or QUOTA#CENTRE / DAY#day and ROOM
 * AP20 seats of a person in a course      PERSON#person / SEAT#course#run
 * AP21 what the library says of an asset  ASSET#asset / PUBLICATION
 * AP22 asset that a television's code opens  TVCODE#digest / CODE
 * AP23 wrong codes of an hour             WRONG-CODES#who / hour, and WRONG-CODES / hour (shared/store/try-store.ts)
 *
 * MEDIA and OPEN are one partition each: a centre uploads tens of recordings a day, and the parts of all workers
 * together complete a few times a second, of 1000 writes that a partition takes.
 */
export const recordingKey = (assetId: string) => ({ pk: 'MEDIA', sk: `ASSET#${assetId}` });
export const uploaderKey = (personId: string, assetId: string) => ({
  gsi1pk: `UPLOADER#${personId}`,
  gsi1sk: `ASSET#${assetId}`,
});
export const courseKey = (courseId: string | undefined, assetId: string) => ({
  pk: `COURSE#${courseId ?? 'NONE'}`,
  sk: `ASSET#${assetId}`,
});
export const openKey = (assetId: string) => ({ pk: 'OPEN', sk: `ASSET#${assetId}` });
export const jobKey = (assetId: string, objectVersion: string) => ({
  pk: `ASSET#${assetId}`,
  sk: `JOB#${objectVersion}`,
});
export const partKey = (assetId: string, planHash: string, part: string) => ({
  pk: `ASSET#${assetId}`,
  sk: `PART#${planHash}#${part}`,
});
export const draftKey = (assetId: string, language: string) => ({
  pk: `ASSET#${assetId}`,
  sk: `DRAFT#${language}`,
});
export const captionSetKey = (assetId: string) => ({ pk: `ASSET#${assetId}`, sk: 'CAPTIONS' });
export const seatKey = (personId: string, courseId: string, runId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `SEAT#${courseId}#${runId}`,
});
export const publicationKey = (assetId: string) => ({ pk: `ASSET#${assetId}`, sk: 'PUBLICATION' });
export const tvCodeKey = (codeDigest: string) => ({ pk: `TVCODE#${codeDigest}`, sk: 'CODE' });
export const sizeKey = (bytes: number, assetId: string) => ({ pk: `SIZE#${bytes}`, sk: `ASSET#${assetId}` });
export const contentKey = (digest: string, scope: string) => ({
  pk: `CONTENT#${digest}`,
  sk: `OWNER#${scope}`,
});
/** Without a day what lies there in all. */
export const quotaKey = (holder: string, day?: string) => ({
  pk: `QUOTA#${holder}`,
  sk: day ? `DAY#${day}` : 'ROOM',
});
