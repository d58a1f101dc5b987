/**
 * GET /.well-known/security.txt (RFC 9116), made at build time: it expires so many days after the build, so that a
 * site nobody looks after says so. Contact and term are the region's; without a contact of its own, the general one.
 */
import type { APIRoute } from 'astro';
import { config } from '#src/config.ts';

export const prerender = true;

export const GET: APIRoute = () => {
  const { beveiliging, contact } = config().regio;
  const expires = new Date();
  expires.setUTCDate(expires.getUTCDate() + beveiliging.geldigDagen);
  const lines = [`Contact: mailto:${beveiliging.email ?? contact.email}`, `Expires: ${expires.toISOString().slice(0, 19)}Z`, 'Preferred-Languages: nl, en'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
