import {
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IKeyGroup,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PLAYER_FOLDER } from '../publish-site.ts';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { ACCEPTED_AT_EDGE, UNCACHED_ERRORS } from './edge-defaults.ts';
import { packageHeaders, playerHeaders } from './package-headers.ts';

export type PackageSiteProps = {
  readonly stage: Stage;
  readonly site: IBucket;
  readonly media: IBucket;
  /** Whose passes open packages. */
  readonly passKeys: IKeyGroup;
};

/** S3 reads a bare plus as a space, and browsers send it bare: `c++.png` would be found by nobody. */
const PLUS_AS_IT_IS = `
function handler(event) {
  event.request.uri = event.request.uri.replace(/\\+/g, '%2B');
  return event.request;
}`;

/**
 * The address at which interactive packages play. Their script is not ours: at an origin of its own it reads no storage
 * of the site and calls no API in a learner's name (docs/adr/0041). It knows nothing of the site that frames it.
 */
export class PackageSite extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { stage, site, media, passKeys }: PackageSiteProps) {
    super(scope, id);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Hoc Vu So, ${stage.name}, packages`,
      defaultRootObject: 'index.html',
      errorResponses: UNCACHED_ERRORS,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(site, { originPath: `/${PLAYER_FOLDER}` }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: playerHeaders(this),
        compress: true,
      },
      additionalBehaviors: {
        '/packages/*': {
          origin: S3BucketOrigin.withOriginAccessControl(media),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: packageHeaders(this),
          trustedKeyGroups: [passKeys],
          functionAssociations: [
            {
              eventType: FunctionEventType.VIEWER_REQUEST,
              function: new EdgeFunction(this, 'PlusAsItIs', {
                runtime: FunctionRuntime.JS_2_0,
                code: FunctionCode.fromInline(PLUS_AS_IT_IS),
              }),
            },
          ],
          compress: true,
        },
      },
    });
    acknowledge(this.distribution, ACCEPTED_AT_EDGE);
  }
}
