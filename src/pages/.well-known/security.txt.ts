/**
 * GET /.well-known/security.txt (RFC 9116), made at build time: it expires a year after the build, so that a site
 * nobody looks after says so. The contact is the region's own address.
 */
import type { APIRoute } from 'astro';
import { config } from '#src/config.ts';

export const prerender = true;

export const GET: APIRoute = () => {
  const { regio } = config();
  const expires = new Date();
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  const lines = [`Contact: mailto:${regio.contact.email}`, `Expires: ${expires.toISOString().slice(0, 19)}Z`, 'Preferred-Languages: nl, en'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
