/** GET /verhalen/ID/portret.svg: the drawn portrait of a story, made at build time. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, type CollectionEntry } from 'astro:content';
import { tekenPortret } from '#src/media/portret.ts';

export const prerender = true;

export const getStaticPaths = (async () => (await getCollection('verhalen')).map((verhaal) => ({ params: { id: verhaal.id }, props: { verhaal } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ verhaal: CollectionEntry<'verhalen'> }> = ({ props: { verhaal } }) =>
  new Response(tekenPortret(verhaal.data.persoon, verhaal.data.portret), { headers: { 'content-type': 'image/svg+xml' } });
