import type { Role } from '../../../shared/contract/roles.ts';

export type Claims = {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** When the token lapses, ms since 1970 by the pool's clock. */
  readonly expiresAt: number;
  readonly issuedAt: number;
};

const decode = (part: string): string => {
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes);
};

/** What the page may know from its access token. The API verifies the token; the page only draws its menu by it. */
export const claimsOf = (token: string): Claims | undefined => {
  try {
    const claims = JSON.parse(decode(token.split('.')[1] ?? ''));
    return {
      // The pool keeps names in small letters; the register's identifiers are in capitals.
      personId: String(claims.username).toUpperCase(),
      roles: claims['cognito:groups'] ?? [],
      expiresAt: Number(claims.exp) * 1000,
      issuedAt: Number(claims.iat) * 1000,
    };
  } catch {
    return undefined;
  }
};
