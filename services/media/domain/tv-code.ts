/** A code that opens one asset at a television, as the library's events tell of it. */
export type TvCode = {
  /** SHA-256 of the six digits, hex. */
  readonly codeDigest: string;
  /** Absent once the code was closed before its time. */
  readonly assetId?: string;
  readonly closesAt: string;
  /** Digits may be drawn again: what is told of them is ordered by this. */
  readonly version: number;
  /** What the screens hold that were let in by the digits: they ask again every half minute, and guess nothing. */
  readonly screenKey?: string;
};

/** The asset that a code opens now. */
export const openedBy = ({ assetId, closesAt }: TvCode, at: string): string | undefined =>
  at < closesAt ? assetId : undefined;

const SCREEN = 'hvs-screen';

/** The cookie by which a screen goes on playing; sent with this code's requests alone, and read by no script. */
export const screenCookie = (code: string, screenKey: string): string =>
  `${SCREEN}=${screenKey}; Path=/v1/tv-codes/${code}; Max-Age=86400; Secure; HttpOnly; SameSite=Strict`;

/** What a screen holds, out of the cookies it sent. */
export const screenKeyIn = (cookies: readonly string[] = []): string | undefined =>
  cookies.find((cookie) => cookie.startsWith(`${SCREEN}=`))?.slice(SCREEN.length + 1);
