import { device, readJson } from '../state/storage.ts';
import type { Arrived } from './parts.ts';

const keyOf = (assetId: string) => `hvs.upload.${assetId}`;

/** Fingerprints of the parts that have arrived, kept so that an upload can go on after the page was closed. */
export const keptParts = (assetId: string): readonly Arrived[] =>
  readJson<Arrived[]>(device, keyOf(assetId)) ?? [];

export const keepPart = (assetId: string, arrived: Arrived): void => {
  const others = keptParts(assetId).filter(({ partNumber }) => partNumber !== arrived.partNumber);
  device.write(keyOf(assetId), JSON.stringify([...others, arrived]));
};

/** After the parts were joined nothing needs to be kept. */
export const forgetParts = (assetId: string): void => device.remove(keyOf(assetId));
