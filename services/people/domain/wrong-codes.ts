/** Who tries codes: a person who is signed in, or an address on the network, disguised. */
export type Asker =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'address'; readonly id: string };

/** A whole class may sit behind one address and mistype; a person has one poster in front of them. Per hour. */
const LIMITS = { person: 10, address: 60 } as const;
/** Addresses can be changed; together they may not guess more than this an hour. */
const TOGETHER = 1_000;

/** The counts that a wrong code of this asker goes into. Whoever is signed in is not held up by those who are not. */
export const countersOf = ({ kind, id }: Asker, at: string) => {
  const hour = at.slice(0, 13);
  const own = { who: `${kind}#${id}`, hour, limit: LIMITS[kind] };
  return kind === 'person' ? [own] : [own, { who: 'addresses', hour, limit: TOGETHER }];
};
