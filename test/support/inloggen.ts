/** The sign-in form as a browser sends it, without a browser. */

/**
 * Signs in by the form.
 * @returns the cookie of the session, and the path that the site leads to
 * @throws Error when the site refuses
 */
export async function sendSignIn(url: string, email: string, wachtwoord: string): Promise<{ cookie: string; start: string }> {
  const answer = await fetch(`${url}/inloggen`, { method: 'POST', redirect: 'manual', headers: { origin: url }, body: new URLSearchParams({ email, wachtwoord }) });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const start = answer.headers.get('location');
  if (answer.status !== 303 || cookie === '' || start === null) throw new Error(`Inloggen als ${email} gaf ${answer.status}.`);
  return { cookie, start };
}
