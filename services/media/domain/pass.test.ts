import { describe, expect, it } from 'vitest';
import { cookieFor, folderOfMedia, passPolicy } from './pass.ts';

describe('a pass', () => {
  it('names the host and the folder of one asset, and the second it ends', () => {
    expect(JSON.parse(passPolicy('d1.cloudfront.net', folderOfMedia('A1'), 1_800_000_000))).toEqual({
      Statement: [
        {
          Resource: 'https://d1.cloudfront.net/media/A1/*',
          Condition: { DateLessThan: { 'AWS:EpochTime': 1_800_000_000 } },
        },
      ],
    });
  });

  it('is in cookies that no script reads, that no other site sends, and that go to this asset alone', () => {
    expect(cookieFor('A1', 'CloudFront-Policy', 'x')).toBe(
      'CloudFront-Policy=x; Path=/media/A1/; Max-Age=45; Secure; HttpOnly; SameSite=Strict',
    );
  });
});
