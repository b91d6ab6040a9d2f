import { device, readJson } from '../state/storage.ts';
import type { Sheet } from './answer-sheet.ts';

/** The device's copy of an attempt's answers, and the wish to hand it in, until the server has both. */
export const sheetKey = (attemptId: string) => `hvs.answers.${attemptId}`;
const handInKey = (attemptId: string) => `hvs.hand-in.${attemptId}`;

export const keptSheet = (attemptId: string): Sheet => readJson<Sheet>(device, sheetKey(attemptId)) ?? {};

export const keepSheet = (attemptId: string, sheet: Sheet): boolean =>
  device.write(sheetKey(attemptId), JSON.stringify(sheet));

/** Notes that the person has pressed "hand in", so that it happens even after the page was closed. */
export const keepHandIn = (attemptId: string): boolean => device.write(handInKey(attemptId), 'wanted');

export const wantsHandIn = (attemptId: string): boolean => device.read(handInKey(attemptId)) !== undefined;

/** Once handed in, nothing of the attempt stays on the device. */
export const forgetAttempt = (attemptId: string): void => {
  device.remove(sheetKey(attemptId));
  device.remove(handInKey(attemptId));
};
