/** GET /sitemap.xml: the pages that everybody may read, open vacatures included. No profiles: people are not for search engines. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { config } from '#src/config.ts';
import { listWerk } from '#src/domain/vacature/openbaar.server.ts';
import { SITUATIES } from '../boek.ts';

const VAST = ['/', '/talent', '/instrumenten', '/instrumenten/keuzehulp', '/instrumenten/vergelijken', '/instrumenten/boek', '/rekenhulp', '/verhalen', '/werk', '/zo-werkt-het-matchen', '/over', '/registreren', '/privacy', '/toegankelijkheid', '/cookies'];

export const GET: APIRoute = async ({ locals }) => {
  const [instrumenten, verhalen] = await Promise.all([getCollection('instrumenten'), getCollection('verhalen')]);
  const pages: { path: string; changed?: string }[] = [
    ...VAST.map((path) => ({ path })),
    ...Object.values(SITUATIES).map(({ slug }) => ({ path: `/instrumenten/situatie/${slug}` })),
    ...instrumenten.map(({ id, data }) => ({ path: `/instrumenten/${id}`, changed: data.gecontroleerdOp })),
    ...listWerk(locals.actor).rijen.map(({ id, gewijzigdOp }) => ({ path: `/werk/${id}`, changed: gewijzigdOp.slice(0, 10) })),
    ...verhalen.map(({ id, data }) => ({ path: `/verhalen/${id}`, changed: data.gepubliceerdOp })),
  ];
  const { siteUrl } = config();
  const urls = pages.map(({ path, changed }) => `  <url><loc>${escapeXml(siteUrl + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
