const SCRIPT_PRELOAD = /<link rel="modulepreload"[^>]*>\n?| data-scripts="[^"]*"/g;

/**
 * A shell as it is given from the device: its scripts are here, so nothing is gained by asking for them early, and Chromium
 * asks twice: it does not use what a worker has answered to a preload ("cross-world service worker resource mismatch").
 */
export const withoutPreloads = async (shell: Response): Promise<Response> => {
  const { status, headers } = shell;
  const html = (await shell.text()).replace(SCRIPT_PRELOAD, '');
  const kept = [...headers].filter(([name]) => name !== 'content-length');
  return new Response(html, { status, headers: kept });
};
