/** GET /verhalen/ID/portret.svg: the drawn portrait of a story, made at build time. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, type CollectionEntry } from 'astro:content';
import { tekenVerhaalportret } from '#src/media/verhaalportret.ts';

export const prerender = true;

export const getStaticPaths = (async () => (await getCollection('verhalen')).map((verhaal) => ({ params: { id: verhaal.id }, props: { verhaal } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ verhaal: CollectionEntry<'verhalen'> }> = ({ props: { verhaal } }) =>
  new Response(tekenVerhaalportret(verhaal.data), { headers: { 'content-type': 'image/svg+xml' } });
