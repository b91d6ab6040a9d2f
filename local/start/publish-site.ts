import { S3Client } from '@aws-sdk/client-s3';
import { publishSite as publish } from '../../infra/publish-site.ts';
import type { Cloud } from '../cloud.ts';

/** Nobody answers at this number; that it is a sample stands beside it. */
const SAMPLE_CONTACT = {
  phone: '000 000 0000',
  address: 'Địa chỉ và số điện thoại mẫu, chỉ có trên máy dùng thử.',
};

/** Publishes folders of the built site, keyed by prefix, as a deployment would. Returns how many files changed. */
export async function publishSite(cloud: Cloud, folders: Readonly<Record<string, string>>): Promise<number> {
  const client = new S3Client(cloud.operator);
  try {
    return await publish({ client, bucket: cloud.outputs.SiteBucket ?? '' }, folders, {
      stage: 'local',
      region: cloud.operator.region,
      userPoolId: cloud.outputs.UserPoolId ?? '',
      clientId: cloud.outputs.UserPoolClientId ?? '',
      packageOrigin: cloud.packageAddress,
      local: true,
      contact: SAMPLE_CONTACT,
    });
  } finally {
    client.destroy();
  }
}
