import * as z from 'zod';
import { CompetenceCode, Id, Instant } from '#shared/contract/values.ts';
import { ItemKind } from './contract-items.ts';

export const ItemStatus = z.enum(['draft', 'approved', 'rejected', 'withdrawn']);

export const Decision = z.object({ by: Id, at: Instant, note: z.string().optional() });

export const BankItem = z
  .object({
    itemId: Id,
    bankId: Id,
    version: z.int(),
    kind: ItemKind,
    title: z.string(),
    stem: z.string(),
    competenceCode: CompetenceCode.optional(),
    level: z.string().optional(),
    tags: z.array(z.string()).optional(),
    /** Where the question comes from, and on what terms it may be used. */
    source: z.string().optional(),
    licence: z.string().optional(),
    status: ItemStatus,
    writtenBy: Id,
    writtenAt: Instant,
    decision: Decision.optional(),
    /** The version that was approved and taken out of use again. */
    withdrawal: Decision.extend({ version: z.int() }).optional(),
    /** The version that quizzes draw; absent until one was approved. */
    drawnVersion: z.int().optional(),
  })
  .meta({ id: 'BankItem' });
