/** The sign-in page's address that leads back to `path` afterwards. */
export const signInAddress = (path: string): string => `/dang-nhap?ve=${encodeURIComponent(path)}`;

/** Where to go after signing in: a path of this site only, so that a link cannot lead elsewhere. */
export const returnPath = (asked: string | undefined): string => {
  const isOwnPath = asked !== undefined && /^\/(?![/\\])/.test(asked);
  return isOwnPath && !asked.startsWith('/dang-nhap') ? asked : '/';
};
