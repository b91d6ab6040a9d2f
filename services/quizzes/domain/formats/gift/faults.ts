import type { FaultCode } from '../../../contract.ts';

/** `line` counts from 1 in the file and is where the fault was met, or where the question begins. */
export type GiftFault = { readonly line: number; readonly title?: string; readonly code: FaultCode };
