import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { S3Driver } from 'flydrive/drivers/s3';
import type { Config } from '../config.ts';
import { StartError } from '../start-error.ts';
import type { Place } from './storage-disk.ts';

/** Files in a bucket of Amazon S3 or of a server that speaks its language. */
export function s3Place({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Config['s3']): Place {
  const client = new S3Client({
    region,
    endpoint,
    // Other servers seldom have a host name for each bucket.
    forcePathStyle: endpoint !== undefined,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    // Not every server knows the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const driver = new S3Driver({ client, bucket, visibility: 'private', supportsACL: false });
  return {
    driver,
    name: `The bucket ${bucket}`,
    async prepare() {
      try {
        await driver.put('.probe', 'x');
        await driver.delete('.probe');
      } catch (reason) {
        // What S3 refuses, it will refuse again; what does not answer may come back: pages go on without pictures.
        if (reason instanceof S3ServiceException && reason.$fault === 'client') {
          throw new StartError(`The bucket ${bucket} (S3_BUCKET) cannot be used`, describe(reason));
        }
        console.error(`The bucket ${bucket} does not answer yet: ${String(reason)}`);
      }
    },
    // Refused or away, it throws; whether such a file is there does not matter.
    check: async () => void (await driver.exists('.probe')),
  };
}

const describe = ({ name, message }: S3ServiceException): string =>
  message && message !== name ? `${name}, ${message}` : name;
