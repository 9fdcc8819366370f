import type { QueueLibrary } from './schema.ts';

/** Amazon SQS: queues as resources of the CDK and of the SDK. Without a redrive policy a message is dropped when its time is over. */
const library: QueueLibrary = {
  kind: 'queue',
  name: 'Amazon SQS',
  readFrom: ['@aws-cdk/aws-sqs@1.203.0', '@aws-sdk/client-sqs@3.1169.0'],
  modules: ['aws-cdk-lib/aws-sqs', '@aws-cdk/aws-sqs', '@aws-sdk/client-sqs'],
  exports: {
    Queue: { does: 'resource', options: 2, deadLetter: ['deadLetterQueue'] },
    CreateQueueCommand: { does: 'resource', options: 0, deadLetter: ['Attributes.RedrivePolicy'] },
  },
};

export default library;
