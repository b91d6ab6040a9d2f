import { EnrolmentCancelledV1 } from '../../events/enrollment/enrolment-cancelled.v1.ts';
import { EnrolmentConfirmedV1 } from '../../events/enrollment/enrolment-confirmed.v1.ts';
import { MaterialIssuedV1 } from '../../events/library/material-issued.v1.ts';
import { MaterialWithdrawnV1 } from '../../events/library/material-withdrawn.v1.ts';
import { TvCodeClosedV1 } from '../../events/library/tv-code-closed.v1.ts';
import { TvCodeOpenedV1 } from '../../events/library/tv-code-opened.v1.ts';
import { passRoutes } from '../../services/media/contract.ts';
import type { ServiceStack } from './service-stack.ts';

/** Below this prefix lies what the site shows; it is also the path under which it shows it. */
export const DELIVERED = 'media/';

/** Events that say who may watch, each with whom it hurts when it is not taken in. */
const SEATS_AND_CODES = [
  [EnrolmentConfirmedV1, 'learners just enrolled cannot watch the recordings of their course'],
  [EnrolmentCancelledV1, 'people who gave up their seat can still watch'],
  [TvCodeOpenedV1, 'televisions cannot open what a new code is for'],
  [TvCodeClosedV1, 'a code that was ended still opens its material until its day is over'],
] as const;
const PUBLICATIONS = [
  [MaterialIssuedV1, 'recordings that were appraised are neither listed nor opened'],
  [MaterialWithdrawnV1, 'what was withdrawn is still listed and can be watched'],
] as const;

/** Passes by a function of their own: it alone may read the key that the edge trusts (docs/adr/0040). Seats and codes come by events. */
export function issuePasses(stack: ServiceStack): void {
  const { passKey, siteHost, packageHost } = stack.foundation;
  const passes = stack
    .function(
      'Passes',
      'passes',
      {
        impact: 'nobody can begin to watch; what plays stops within a minute',
        environment: {
          PASS_SECRET: passKey.secret.secretArn,
          SITE_HOST: siteHost,
          PACKAGE_HOST: packageHost,
        },
      },
      { table: ['GetItem', 'Query', 'UpdateItem'] },
    )
    .allow(['secretsmanager:GetSecretValue'], [passKey.secret.secretArn]);
  stack.route('PassRoutes', passRoutes, passes);
  for (const [event, impact] of SEATS_AND_CODES) stack.on(event, { impact }, { table: ['PutItem'] });
}

/** Nothing is listed or opened before it is appraised, and what is withdrawn is gone within a minute. */
export function hearFromLibrary(stack: ServiceStack): void {
  for (const [event, impact] of PUBLICATIONS)
    stack
      .on(event, { impact }, { table: ['GetItem', 'UpdateItem'] })
      .useBucket(stack.foundation.mediaBucket, 'MEDIA_BUCKET', DELIVERED, [
        'GetObject',
        'PutObject',
        'DeleteObject',
      ]);
}
