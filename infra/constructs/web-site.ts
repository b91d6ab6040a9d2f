import { Duration, Stack } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IKeyGroup,
  OriginRequestPolicy,
  type ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { edgeFunctions } from '../../web/shells/edge-functions.ts';
import { SIGN_IN_PATH } from '../publish-site.ts';
import type { Stage } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import { ACCEPTED_AT_EDGE, UNCACHED_ERRORS } from './edge-defaults.ts';
import { dataHeaders, pageHeaders } from './page-headers.ts';

export type WebSiteProps = {
  readonly stage: Stage;
  readonly site: IBucket;
  readonly media: IBucket;
  /** Host name of the HTTP API. */
  readonly apiHost: string;
  /** Hosts that uploads are sent to. */
  readonly uploadHost: string;
  /** Where interactive packages play; pages frame nothing else. */
  readonly packageHost: string;
  /** Whose passes open recordings. */
  readonly passKeys: IKeyGroup;
};

/** Lists show them to people who may not watch yet. Nothing else of a recording ends so. */
const POSTERS = '/media/*/poster.*';
const POSTER_KEPT_FOR = Duration.seconds(30);

/** The sign-in service has one address, its root. */
const TO_THE_ROOT = `
function handler(event) {
  event.request.uri = '/';
  return event.request;
}`;

/** One address for pages, API, sign-in and media, so that the page is same-origin with everything it reads. */
export class WebSite extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: WebSiteProps) {
    super(scope, id);
    const { fileForAddress, statusOfAnswer } = edgeFunctions(props.stage.name === 'local');
    const { connectSources, frameSources } = props.stage;
    const headers = pageHeaders(this, {
      connect: connectSources ?? [`https://${props.uploadHost}`],
      frame: frameSources ?? [`https://${props.packageHost}`],
    });
    const passedOn = {
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: dataHeaders(this),
    };
    const api = { ...passedOn, origin: new HttpOrigin(props.apiHost) };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Hoc Vu So, ${props.stage.name}`,
      defaultRootObject: 'index.html',
      errorResponses: UNCACHED_ERRORS,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(props.site),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [
          this.#atEdge('FileForAddress', FunctionEventType.VIEWER_REQUEST, fileForAddress),
          this.#atEdge('StatusOfAnswer', FunctionEventType.VIEWER_RESPONSE, statusOfAnswer),
        ],
        compress: true,
      },
      additionalBehaviors: {
        '/v1/*': api,
        '/t/*': api,
        [SIGN_IN_PATH]: {
          ...passedOn,
          origin: new HttpOrigin(`cognito-idp.${Stack.of(this).region}.amazonaws.com`),
          functionAssociations: [
            this.#atEdge('SignInAddress', FunctionEventType.VIEWER_REQUEST, TO_THE_ROOT),
          ],
        },
        ...this.#recordings(props, headers),
      },
    });
    acknowledge(this.distribution, ACCEPTED_AT_EDGE);
  }

  /** Posters for everybody; all else for those who hold a pass (docs/adr/0040). */
  #recordings(props: WebSiteProps, responseHeadersPolicy: ResponseHeadersPolicy) {
    const recordings = {
      origin: S3BucketOrigin.withOriginAccessControl(props.media),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      responseHeadersPolicy,
    };
    // One that was taken away is gone from every edge half a minute later, whatever the origin said of caching.
    const cachePolicy = new CachePolicy(this, 'Posters', {
      minTtl: Duration.seconds(0),
      defaultTtl: POSTER_KEPT_FOR,
      maxTtl: POSTER_KEPT_FOR,
    });
    return {
      [POSTERS]: { ...recordings, cachePolicy },
      '/media/*': {
        ...recordings,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        trustedKeyGroups: [props.passKeys],
      },
    };
  }

  #atEdge(id: string, eventType: FunctionEventType, code: string) {
    const runtime = FunctionRuntime.JS_2_0;
    return {
      eventType,
      function: new EdgeFunction(this, id, { runtime, code: FunctionCode.fromInline(code) }),
    };
  }
}
