import { pointHandlersAt } from '../../tests/support/service-table.ts';
import { DELIVERED, type Pipeline, QUEUE, startPipeline, UPLOADS } from './pipeline.suite.ts';

/** A pipeline that the handlers connect to which are loaded from now on. */
export async function startHandledPipeline(): Promise<Pipeline> {
  const pipeline = await startPipeline();
  const { s3, sqs, service } = pipeline;
  const { accessKeyId, secretAccessKey } = await s3.client.config.credentials();
  pointHandlersAt(service, {
    UPLOAD_BUCKET: UPLOADS,
    MEDIA_BUCKET: DELIVERED,
    WORK_QUEUE_URL: sqs.sqs.queueUrl(QUEUE),
    AWS_ENDPOINT_URL_S3: s3.address,
    AWS_ENDPOINT_URL_SQS: sqs.address,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  });
  return pipeline;
}
