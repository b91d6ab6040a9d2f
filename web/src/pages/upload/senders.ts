import type { Role } from '../../../../shared/contract/roles.ts';

/** Who sends files; the others who come here look after what was sent. */
export const SENDERS: readonly Role[] = ['content-staff', 'teacher'];
