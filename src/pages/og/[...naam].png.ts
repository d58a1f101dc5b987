/** GET /og/NAME.png: the picture with a shared link, made at build time; one per story and instrument, one for the rest. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { config } from '#src/config.ts';
import { maakDeelbeeld, type Deelbeeld } from '#src/media/deelbeeld.server.ts';
import { tekenInitiaal, tekenPortret } from '#src/media/portret.ts';
import { tekenVerhaalportret } from '#src/media/verhaalportret.ts';

export const prerender = true;

export const getStaticPaths = (async () => {
  const { regio } = config();
  const [instrumenten, verhalen] = await Promise.all([getCollection('instrumenten'), getCollection('verhalen')]);
  const beelden: [string, Deelbeeld][] = [
    ['start', { label: regio.regio, titel: regio.slogan, regel: 'Zoek talent, plaats een vacature en lees wat u helpt om ja te zeggen.', tekeningen: ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => tekenPortret(seed)) }],
    ...instrumenten.map(({ id, data }): [string, Deelbeeld] => [`instrumenten/${id}`, { label: 'Instrumentenboek', titel: data.naam, regel: data.belofte, tekeningen: [tekenInitiaal(id)] }]),
    ...verhalen.map(({ id, data }): [string, Deelbeeld] => [`verhalen/${id}`, { label: 'Verhaal van de werkvloer', titel: data.titel, regel: `‘${data.citaat}’`, tekeningen: [tekenVerhaalportret(data)] }]),
  ];
  return beelden.map(([naam, beeld]) => ({ params: { naam }, props: { beeld } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ beeld: Deelbeeld }> = async ({ props: { beeld } }) =>
  new Response(new Uint8Array(await maakDeelbeeld(beeld)), { headers: { 'content-type': 'image/png' } });
