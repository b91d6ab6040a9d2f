import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id } from '#shared/contract/values.ts';

/** The pass itself is in cookies that no script reads; the body says how long it opens the files of this asset. */
const Pass = z.object({ validForSeconds: z.int() }).meta({ id: 'Pass' });

/**
 * For a script, unlike other passes: packages play at another origin, where our own page sets the cookies. They open the
 * files of this package there and nothing anywhere else.
 */
const PackagePass = z
  .object({
    /** Path and parameters at the origin of packages. */
    launch: z.string(),
    cookies: z.array(z.object({ name: z.string(), value: z.string() })),
    validForSeconds: z.int(),
  })
  .meta({ id: 'PackagePass' });

const OfAsset = z.object({ assetId: Id });
/** Which lesson of the package is begun, from 1; without it the first. As digits: what makes numbers of them weighs 2 KB. */
const OfLesson = z.object({
  lesson: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .optional(),
});

/** Passes to the files of one asset: signed cookies that the edge checks, for whoever may watch it. */
export const passRoutes = {
  issuePass: route({
    method: 'POST',
    path: '/v1/media/{assetId}/pass',
    roles: 'anyone',
    summary: 'Open the files of one asset to the caller for less than a minute; ask again to go on',
    params: OfAsset,
    answers: { 200: Pass },
    refusals: ['not-found', 'enrolment-needed'],
  }),
  issueOpenPass: route({
    method: 'POST',
    path: '/v1/media/{assetId}/open-pass',
    roles: 'public',
    summary: 'The same for visitors, where the asset is open to everybody',
    params: OfAsset,
    answers: { 200: Pass },
    refusals: ['not-found', 'enrolment-needed'],
  }),
  issuePackagePass: route({
    method: 'POST',
    path: '/v1/media/{assetId}/package-pass',
    roles: 'anyone',
    summary:
      'Open an interactive package to the caller for less than a minute, at the origin where packages play',
    params: OfAsset,
    query: OfLesson,
    answers: { 200: PackagePass },
    refusals: ['not-found', 'enrolment-needed'],
  }),
  issueOpenPackagePass: route({
    method: 'POST',
    path: '/v1/media/{assetId}/open-package-pass',
    roles: 'public',
    summary: 'The same for visitors, where the package is open to everybody',
    params: OfAsset,
    query: OfLesson,
    answers: { 200: PackagePass },
    refusals: ['not-found', 'enrolment-needed'],
  }),
  issueTvPass: route({
    method: 'POST',
    path: '/v1/tv-codes/{code}/pass',
    roles: 'public',
    summary: 'The same for a hall’s television, by the code that opens the material there',
    params: z.object({ code: z.string().regex(/^\d{6}$/) }),
    answers: { 200: Pass.extend({ assetId: Id }) },
    refusals: ['not-found', 'too-many-codes'],
  }),
};
