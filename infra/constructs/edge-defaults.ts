import { Duration } from 'aws-cdk-lib';

/**
 * CloudFront keeps these for 10 seconds whatever the origin says about caching, and its key knows no Authorization
 * header: one person's "try again" would be everybody's (developer guide, "Control how long CloudFront caches errors").
 */
export const UNCACHED_ERRORS = [500, 502, 503, 504].map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));

/** Findings of cdk-nag about the distributions that are meant to be so, and why. */
export const ACCEPTED_AT_EDGE = {
  'AwsSolutions-CFR1': 'learners and their relatives may be abroad',
  'AwsSolutions-CFR2':
    'the API has its own limits; a web firewall costs more per month than all the rest of an idle centre',
  'AwsSolutions-CFR3': 'requests are recorded by the API and the functions; page views are nobody’s business',
  'AwsSolutions-CFR4':
    'the default certificate of cloudfront.net is used until the centre brings its own name',
  'AwsSolutions-CFR5': 'the origins speak TLS 1.2; the finding is about the default certificate',
};
