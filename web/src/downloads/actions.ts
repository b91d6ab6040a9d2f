import type { Choice } from './choices.ts';
import type { Subject } from './download.ts';

/** What fetches is not needed to see a page: its script comes once the page stands, or when a button is pressed. */
const downloader = () => import('./downloader.ts');

export const startDownload = async (subject: Subject, choice: Choice): Promise<boolean> =>
  (await downloader()).startDownload(subject, choice);
export const pauseDownload = async (key: string): Promise<void> => (await downloader()).pauseDownload(key);
export const resumeDownload = async (key: string): Promise<void> => (await downloader()).resumeDownload(key);
export const removeMaterial = async (assetId: string): Promise<void> =>
  (await downloader()).removeMaterial(assetId);
export const removeDownload = async (key: string): Promise<void> => (await downloader()).removeDownload(key);
