/** Why a signed request is refused, before it is worded for one service. */
export type SignatureFailure =
  | 'missing'
  | 'malformed'
  | 'badPayloadHash'
  | 'unknownKey'
  | 'wrongScope'
  | 'skewed'
  | 'expired'
  | 'notYetValid'
  | 'unsignedHeaders'
  | 'mismatch';

type Wording = { readonly status: number; readonly code: string; readonly message: string };

const S3: Readonly<Record<SignatureFailure, Wording>> = {
  missing: { status: 403, code: 'AccessDenied', message: 'Access Denied' },
  malformed: {
    status: 400,
    code: 'AuthorizationHeaderMalformed',
    message: 'The authorization that you provided is not valid.',
  },
  badPayloadHash: {
    status: 400,
    code: 'InvalidArgument',
    message: 'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING- form, or a valid sha256 value.',
  },
  unknownKey: {
    status: 403,
    code: 'InvalidAccessKeyId',
    message: 'The AWS Access Key Id you provided does not exist in our records.',
  },
  wrongScope: {
    status: 400,
    code: 'AuthorizationHeaderMalformed',
    message: 'The credential scope of the request is wrong.',
  },
  skewed: {
    status: 403,
    code: 'RequestTimeTooSkewed',
    message: 'The difference between the request time and the current time is too large.',
  },
  expired: { status: 403, code: 'AccessDenied', message: 'Request has expired' },
  notYetValid: { status: 403, code: 'AccessDenied', message: 'Request is not valid yet' },
  unsignedHeaders: {
    status: 403,
    code: 'AccessDenied',
    message: 'There were headers present in the request which were not signed',
  },
  mismatch: {
    status: 403,
    code: 'SignatureDoesNotMatch',
    message:
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  },
};

const JSON_PROTOCOL: Readonly<Record<SignatureFailure, Wording>> = {
  missing: {
    status: 400,
    code: 'MissingAuthenticationTokenException',
    message: 'Request is missing Authentication Token',
  },
  malformed: {
    status: 400,
    code: 'IncompleteSignatureException',
    message: 'The request signature does not conform to AWS standards.',
  },
  badPayloadHash: {
    status: 400,
    code: 'IncompleteSignatureException',
    message: 'The payload hash does not conform to AWS standards.',
  },
  unknownKey: {
    status: 400,
    code: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  },
  wrongScope: {
    status: 400,
    code: 'InvalidSignatureException',
    message: 'The credential scope of the request is wrong.',
  },
  skewed: {
    status: 400,
    code: 'InvalidSignatureException',
    message: 'Signature expired: the request time is more than 15 minutes from the time of the service.',
  },
  expired: { status: 400, code: 'InvalidSignatureException', message: 'Signature expired.' },
  notYetValid: { status: 400, code: 'InvalidSignatureException', message: 'Signature not yet current.' },
  unsignedHeaders: {
    status: 400,
    code: 'InvalidSignatureException',
    message: 'The host header and every x-amz- header must be signed.',
  },
  mismatch: {
    status: 400,
    code: 'InvalidSignatureException',
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
  },
};

/** The status, error code and message with which `service` refuses; `detail` replaces the general message. */
export const wordFailure = (failure: SignatureFailure, service: string, detail?: string): Wording => {
  const wording = (service === 's3' ? S3 : JSON_PROTOCOL)[failure];
  return detail === undefined ? wording : { ...wording, message: detail };
};
