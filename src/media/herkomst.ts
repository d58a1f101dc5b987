/** Where a raw request comes from: its cookie and its origin, before any page has looked at it. Pure. */

/** The value of one cookie, if it was sent. */
export function leesCookie(header: string | undefined, naam: string): string | undefined {
  return header?.split(';').map((paar) => paar.trim()).find((paar) => paar.startsWith(`${naam}=`))?.slice(naam.length + 1);
}

/**
 * Whether a page of this site sends this. A browser names the origin of every POST.
 * @param site the address of the site, `host` the name under which it was asked
 */
export function vanEigenSite(origin: string | undefined, site: string, host: string | undefined): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).origin === new URL(site).origin || new URL(origin).host === host;
}
