import type { FailureCode } from '../../../services/media/domain/asset.ts';
import type { RejectionCode } from '../../../services/media/domain/rejection.ts';

/** Every code with which a file may be refused or fail: each catalogue has to have a sentence for it. */
export type Reason = RejectionCode | FailureCode;
