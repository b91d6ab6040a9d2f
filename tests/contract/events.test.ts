import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { exampleDetail } from '../../docs/generate/asyncapi.ts';
import { catalogue } from '../../events/index.ts';

/** Words that name a person, how to reach one, what one answered or what opens something. */
const PERSONAL = new Set(
  'name names phone mobile email mail address birth birthday password secret token key keys answer answers response responses text comment message ip agent'.split(
    ' ',
  ),
);
/** Members that sound personal and are not. */
const NOT_PERSONAL: Readonly<Record<string, string>> = {
  'TranscodeSucceeded.v1 data.renditions.name': 'the name of a rendition, such as 480p',
  'MediaReady.v1 data.altText': 'what a picture shows, said to everybody who opens it, like its title',
  'MaterialIssued.v1 data.altText': 'the same',
  'TouchRecorded.v1 data.visitorKey':
    'a hash of a random number of the device, another one in every campaign',
};

type Node = { readonly properties?: Record<string, Node>; readonly items?: Node };

const membersOf = (node: Node, path: string): string[] => [
  ...Object.entries(node.properties ?? {}).flatMap(([name, member]) => [
    path + name,
    ...membersOf(member, `${path}${name}.`),
  ]),
  ...(node.items ? membersOf(node.items, path) : []),
];

const wordsOf = (path: string): string[] =>
  (path.split('.').at(-1) ?? '').split(/(?=[A-Z])/).map((word) => word.toLowerCase());

const memberPaths = (schema: z.ZodType): string[] =>
  membersOf(z.toJSONSchema(schema, { reused: 'inline' }) as Node, '');

describe('the catalogue', () => {
  it('holds every detail type once', () => {
    const types = catalogue.map(({ detailType }) => detailType);
    expect(new Set(types).size).toBe(types.length);
  });

  it('makes no exception for a member that is gone', () => {
    const members = catalogue.flatMap(({ detailType, detail }) =>
      memberPaths(detail).map((path) => `${detailType} ${path}`),
    );
    expect(members).toEqual(expect.arrayContaining(Object.keys(NOT_PERSONAL)));
  });
});

describe.each([...catalogue])('$detailType', (event) => {
  const detail = exampleDetail(event);
  const extended = {
    metadata: { ...detail.metadata, addedLater: true },
    data: { ...(detail.data as object), addedLater: true },
  };

  it('has an example that its producer may send', () => {
    expect(event.detail.parse(detail)).toEqual(detail);
  });

  it.each(['metadata', 'data'] as const)('is refused with an unknown member in %s when sent', (part) => {
    expect(event.detail.safeParse({ ...detail, [part]: extended[part] }).success).toBe(false);
  });

  it('is taken without the unknown members when received', () => {
    expect(event.received.parse(extended)).toEqual(detail);
  });

  it('carries no personal data', () => {
    const suspicious = memberPaths(event.detail)
      .filter((path) => wordsOf(path).some((word) => PERSONAL.has(word)))
      .filter((path) => !(`${event.detailType} ${path}` in NOT_PERSONAL));
    expect(suspicious).toEqual([]);
  });

  it('is matched by its own source and detail type only', () => {
    expect(event.pattern).toEqual({
      source: [event.source],
      detailType: [`${event.name}.v${event.version}`],
    });
  });
});
