import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ItemOpenedV1 } from '../../events/library/item-opened.v1.ts';
import { MaterialIssuedV1 } from '../../events/library/material-issued.v1.ts';
import { MaterialSubmittedV1 } from '../../events/library/material-submitted.v1.ts';
import { MaterialWithdrawnV1 } from '../../events/library/material-withdrawn.v1.ts';
import { TvCodeClosedV1 } from '../../events/library/tv-code-closed.v1.ts';
import { TvCodeOpenedV1 } from '../../events/library/tv-code-opened.v1.ts';
import { CaptionsPublishedV1 } from '../../events/media/captions-published.v1.ts';
import { CaptionsWithdrawnV1 } from '../../events/media/captions-withdrawn.v1.ts';
import { MediaGivenUpV1 } from '../../events/media/media-given-up.v1.ts';
import { MediaReadyV1 } from '../../events/media/media-ready.v1.ts';
import { libraryRoutes, searchRoutes } from '../../services/library/contract.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Below this prefix lies what the site shows, the texts of captions and of pages with it. */
const DELIVERED = 'media/';
/** What is written on the pages of a document. */
const DOCUMENT_TEXTS = `${DELIVERED}*/text.json`;

/** Whoever hears of a file or its words has these follow what holds of the file. */
const SETTLE_WORDS = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] as const;

/** What may be learnt from: appraised by a second person, listed, rated, withdrawn. */
export class LibraryStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'library', props);
    const { siteOrigins, stage, mediaBucket } = this.foundation;
    const [site = ''] = siteOrigins;
    // On one machine the port is only known when it is asked. Elsewhere harvesters are told the address of the site.
    const isKnown = !site.includes('*');
    if (!isKnown && stage.name !== 'local')
      throw new Error(`The stage ${stage.name} has no address of its site.`);
    this.serve(
      libraryRoutes,
      {
        impact: 'the library is closed, and nothing can be appraised or withdrawn',
        environment: {
          ...(isKnown && { SITE_ORIGIN: site }),
          ...(stage.alarmEmail && { CONTACT_EMAIL: stage.alarmEmail }),
        },
      },
      {
        table: [
          'GetItem',
          'BatchGetItem',
          'Query',
          'PutItem',
          'UpdateItem',
          'DeleteItem',
          'ConditionCheckItem',
        ],
        index: true,
      },
    );
    this.#search();
    this.publish(
      MaterialSubmittedV1,
      MaterialIssuedV1,
      MaterialWithdrawnV1,
      ItemOpenedV1,
      TvCodeOpenedV1,
      TvCodeClosedV1,
    );
    this.#hearOfFiles();
    this.on(
      CaptionsPublishedV1,
      { impact: 'what is said in new recordings is not found by a search' },
      { table: SETTLE_WORDS },
    ).useBucket(mediaBucket, 'MEDIA_BUCKET', DELIVERED, ['GetObject']);
    this.on(
      CaptionsWithdrawnV1,
      { impact: 'what was said in captions that were withdrawn is still found by a search' },
      { table: ['PutItem'] },
    );
  }

  #hearOfFiles(): void {
    this.on(
      MediaReadyV1,
      {
        impact:
          'files that are ready do not come to whoever appraises them, or their pages are not found by a search',
      },
      { table: SETTLE_WORDS },
    ).useBucket(this.foundation.mediaBucket, 'MEDIA_BUCKET', DOCUMENT_TEXTS, ['GetObject']);
    this.on(
      MediaGivenUpV1,
      { impact: 'materials can be issued whose files are about to be deleted' },
      { table: SETTLE_WORDS },
    );
  }

  /** Beside the API: what it holds grows with the library, and a withdrawal waits for no search. */
  #search(): void {
    const target = this.function(
      'Search',
      'search',
      {
        impact: 'nothing is found in the library by its words; the lists are there',
        // All that is listed and said is searched in memory, by one whole processor.
        memory: 1769,
        // The first question of a function waits until all of it is read; the gateway waits no longer either.
        timeout: Duration.seconds(29),
      },
      // Words come with the material that is issued.
      { table: ['Query'], index: true },
    );
    this.route('SearchRoutes', searchRoutes, target);
  }
}
