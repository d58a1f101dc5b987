/** GET /verhalen/ID/portret.svg: the drawn portrait of a story, made at build time. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, type CollectionEntry } from 'astro:content';
import { tekenPortret } from '#src/media/portret.ts';

/** The story says "zij"; the drawing follows. Everybody else is drawn as a man. */
const VROUWEN = new Set(['Anja', 'Joyce', 'Lidia', 'Nour', 'Samira', 'Shanice']);

export const prerender = true;

export const getStaticPaths = (async () => (await getCollection('verhalen')).map((verhaal) => ({ params: { id: verhaal.id }, props: { verhaal } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ verhaal: CollectionEntry<'verhalen'> }> = ({ props: { verhaal } }) =>
  new Response(tekenPortret(verhaal.data.persoon, { ...verhaal.data.portret, stijl: VROUWEN.has(verhaal.data.persoon) ? 'v' : 'm' }), { headers: { 'content-type': 'image/svg+xml' } });
