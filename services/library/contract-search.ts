import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { CompetenceCode, LanguageTag, Line } from '#shared/contract/values.ts';
import { MaterialCard } from './contract-tv.ts';
import { Audience, MaterialKind, Track } from './contract-values.ts';

/** A place in a recording where the words are said. */
const SpokenLine = z.object({ startMs: z.int().min(0), text: z.string() }).meta({ id: 'SpokenLine' });
/** A page of a document on which the words stand; pages count from 1. */
const WrittenLine = z.object({ page: z.int().min(1), text: z.string() }).meta({ id: 'WrittenLine' });
/** How many were shown before; a reader who has seen a thousand results looks for something else. */
const Shown = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** How materials are found by their words; by a function of its own. */
export const searchRoutes = {
  searchMaterials: route({
    method: 'GET',
    path: '/v1/material-search',
    roles: 'public',
    summary:
      'Listed materials with all these words in title, description, speech or pages, best first; marks and one typo do not matter',
    query: z.object({
      q: Line(120),
      track: Track.optional(),
      competence: CompetenceCode.optional(),
      kind: MaterialKind.optional(),
      language: LanguageTag.optional(),
      audience: Audience.optional(),
      cursor: Shown.optional(),
    }),
    answers: {
      200: z.object({
        materials: z.array(
          MaterialCard.extend({ spoken: z.array(SpokenLine), written: z.array(WrittenLine) }),
        ),
        total: z.int(),
        /** What was looked for instead, where nothing is like what was typed. */
        corrected: z.string().optional(),
        next: z.string().optional(),
      }),
    },
  }),
};

/** How other catalogues find them: a part of `libraryRoutes`. */
export const harvestRoutes = {
  harvest: route({
    method: 'GET',
    path: '/v1/oai',
    roles: 'public',
    summary:
      'The catalogue for other catalogues: OAI-PMH 2.0 with oai_dc and lom; every answer is XML with status 200, also an error',
    answers: { 200: z.string() },
  }),
  harvestByForm: route({
    method: 'POST',
    path: '/v1/oai',
    roles: 'public',
    summary: 'The same with the arguments as a posted form, as the protocol wants it',
    answers: { 200: z.string() },
  }),
};
