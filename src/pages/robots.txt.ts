/** GET /robots.txt: profiles of people are not for search engines; the rest is, by the sitemap of this site. */
import type { APIRoute } from 'astro';
import { config } from '#src/config.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nDisallow: /talent/\nAllow: /talent$\n\nSitemap: ${config().siteUrl}/sitemap.xml\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
