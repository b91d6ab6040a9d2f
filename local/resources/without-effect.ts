const ENCRYPTION = 'no encryption at rest locally: the disk of the machine is the boundary';
const OBSERVED = 'the terminal and the inspector at /local take its place';
const READ = 'read by the access rules of the local cloud';
const NOBODY_TO_TELL = 'alarms do not ring locally, so there is nobody to tell';

/** Types that are declared in the template and knowingly do nothing of their own locally, each with the reason. */
export const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'says which CDK wrote the template',
  'AWS::IAM::Role': READ,
  'AWS::IAM::Policy': READ,
  'AWS::IAM::ManagedPolicy': READ,
  'AWS::Lambda::Permission': READ,
  'AWS::SQS::QueuePolicy': READ,
  'AWS::S3::BucketPolicy': READ,
  'AWS::KMS::Key': ENCRYPTION,
  'AWS::KMS::Alias': ENCRYPTION,
  'AWS::Logs::LogGroup': OBSERVED,
  'AWS::Logs::MetricFilter': OBSERVED,
  'AWS::Logs::QueryDefinition': OBSERVED,
  'AWS::Logs::ResourcePolicy': OBSERVED,
  'AWS::CloudWatch::Alarm': OBSERVED,
  'AWS::CloudWatch::CompositeAlarm': OBSERVED,
  'AWS::CloudWatch::Dashboard': OBSERVED,
  'AWS::SNS::Topic': NOBODY_TO_TELL,
  'AWS::SNS::TopicPolicy': NOBODY_TO_TELL,
  'AWS::SNS::Subscription': NOBODY_TO_TELL,
  'AWS::Budgets::Budget': 'nothing is billed locally',
  'AWS::SSM::Parameter': 'for people and other applications; a function that reads one is refused by name',
  'AWS::WAFv2::WebACL': 'only this machine can reach the one address',
  'AWS::WAFv2::WebACLAssociation': 'only this machine can reach the one address',
  'AWS::Backup::BackupPlan': '`npm run backup` copies the whole data folder instead',
  'AWS::Backup::BackupSelection': '`npm run backup` copies the whole data folder instead',
  'AWS::Backup::BackupVault': '`npm run backup` copies the whole data folder instead',
};
