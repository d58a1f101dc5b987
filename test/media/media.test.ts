/** Photo and film as use cases and over HTTP: what is stored, what is left after a mistake, and what players get. */
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { gebeurtenis, kandidaat, media, toestemming, werkgever } from '#db/schema.ts';
import { GeenToegang, NietGevonden } from '#src/auth/policy.ts';
import { startSession } from '#src/auth/session.server.ts';
import type { Actor } from '#src/domain/gebruiker/gebruiker.ts';
import { giveLink, openLink, revokeLink } from '#src/domain/kandidaat/link.server.ts';
import { claimUpload } from '#src/media/hervatten.server.ts';
import { budget } from '#src/media/media.ts';
import { BestandFout, getMedia, movePhotoFocus, removeMedia, saveFilm, saveFilmText, savePhoto } from '#src/media/media.server.ts';
import { listNieuwBeeld, lookAt } from '#src/media/nakijken.server.ts';
import { brengtBestand } from '#src/media/ingang.server.ts';
import { ontvang, uploadsOf } from '#src/media/ontvangst.server.ts';
import { ruimOp } from '#src/media/opslag.server.ts';
import { choosePresentatie, countPresentaties } from '#src/media/presentatie.server.ts';
import { findMedia } from '#src/media/toegang.server.ts';
import { leverMedia } from '#src/media/uitleveren.server.ts';
import { makeActor, makeKandidaat, makePartner, useDatabase } from '../support/database.ts';
import { ONDERTITELING, mp4, tweekleur, useMediaFolder, webm } from '../support/beelden.ts';

const map = useMediaFolder();
useDatabase();

let mo: Actor & { id: number }; let ada: Actor & { id: number }; let karin: Actor; let peter: Actor;
let samira: number;
let foto: string;
const bestanden = () => readdirSync(process.env.MEDIA_PATH!, { withFileTypes: true }).filter((item) => item.isFile()).map(({ name }) => name).sort();
const onaf = (waar: string) => readdirSync(`${process.env.MEDIA_PATH}/${waar}`);
const film = (inhoud = mp4()) => map.schrijf(`film-${Math.random()}.mp4`, inhoud);
const vtt = (inhoud = ONDERTITELING) => map.schrijf('tekst.vtt', inhoud);
const melding = async (work: Promise<unknown>) => work.then(() => 'gelukt', (error) => { expect(error).toBeInstanceOf(BestandFout); return `${(error as BestandFout).veld}: ${(error as Error).message}`; });
/** Peter looks at what waits, and lets employers see it. */
const laatZien = async (id: number, soort: 'foto' | 'film') => { const { versie } = listNieuwBeeld(peter).find((item) => item.kandidaatId === id && item.soort === soort)!; await lookAt(peter, { stap: 'laat zien', kandidaat: id, soort, versie }); };
const TRANSCRIPT = 'Samira vertelt over het magazijn.';

beforeAll(async () => {
  mo = await makeActor('aanmelder', 'Mo', { partnerId: makePartner('Team Werk') });
  ada = await makeActor('aanmelder', 'Ada', { partnerId: makePartner('Anders') });
  peter = await makeActor('accountmanager', 'Peter');
  karin = await makeActor('werkgever', 'Karin', { werkgeverId: database().insert(werkgever).values({ naam: 'Van Dijk', status: 'geverifieerd' }).returning({ id: werkgever.id }).get().id });
  samira = makeKandidaat({ ref: 's', voornaam: 'Samira', aanmelder: 'Team Werk', toestemming: ['profiel', 'foto', 'film'] });
  database().update(kandidaat).set({ status: 'gepubliceerd' }).where(eq(kandidaat.id, samira)).run();
  foto = map.schrijf('samira.jpg', await tweekleur(1200, 900).jpeg().toBuffer());
});

describe('Mo, who adds a photo of Samira', () => {
  it('replaces it by another and crops it anew; the files of before are gone each time, and each step is in the history', async () => {
    await savePhoto(mo, samira, foto);
    const first = bestanden();
    expect(first).toHaveLength(10);
    await movePhotoFocus(mo, samira, { x: 1, y: 0 });
    expect(getMedia(mo, samira).foto).toMatchObject({ focusX: 1, focusY: 0, breedte: 1200, hoogte: 900, mime: 'image/webp', doorId: mo.id });
    await savePhoto(mo, samira, foto);
    expect(bestanden()).toHaveLength(10);
    expect(bestanden().filter((naam) => first.includes(naam))).toEqual([]);
    expect(onaf('tmp')).toEqual([]);
    expect(database().select().from(gebeurtenis).where(eq(gebeurtenis.objectId, samira)).all().map(({ verb }) => verb)).toEqual(expect.arrayContaining(['foto geplaatst', 'uitsnede gekozen']));
  });

  it('keeps the one she had when the next file is no photo, or the kandidaat is gone meanwhile', async () => {
    const before = [bestanden(), getMedia(mo, samira).foto];
    await expect(savePhoto(mo, samira, map.schrijf('x.jpg', 'tekst'))).rejects.toThrow('geen foto');
    await expect(savePhoto(ada, samira, foto)).rejects.toThrow(NietGevonden);
    await expect(savePhoto(peter, samira, foto)).rejects.toThrow(GeenToegang);
    await expect(savePhoto(karin, samira, foto)).rejects.toThrow(GeenToegang);
    const weg = makeKandidaat({ ref: 'weg', voornaam: 'Weg', aanmelder: 'Team Werk' });
    const bezig = savePhoto(mo, weg, foto);
    database().delete(kandidaat).where(eq(kandidaat.id, weg)).run();
    await expect(bezig).rejects.toThrow(NietGevonden);
    expect([bestanden(), getMedia(mo, samira).foto]).toEqual(before);
    expect(onaf('tmp')).toEqual([]);
  });
});

describe('Mo, who adds a film', () => {
  it('is told what is wrong with it, by its content and not by its name', async () => {
    for (const [inhoud, woorden] of [['Dit is geen film', 'geen film die wij kennen'], [Buffer.from('0000001466747970717420200000020071742020', 'hex'), 'MOV'], [mp4().subarray(0, 600), 'niet heel'], [mp4().subarray(0, 24), 'niet heel'], ['', 'geen film']] as const) {
      await expect(saveFilm(mo, samira, map.schrijf('naam.mp4', inhoud))).rejects.toThrow(woorden);
    }
    expect(getMedia(mo, samira).film).toBeUndefined();
  });

  it('shows it to employers only with captions and transcript, and another film starts without them again', async () => {
    await saveFilm(mo, samira, film());
    const open = () => { try { return findMedia(karin, samira, `film.${getMedia(mo, samira).film!.bestand.split('.')[1]}`).mime; } catch { return null; } };
    expect(open()).toBeNull();
    expect(await melding(saveFilmText(mo, samira, { transcript: TRANSCRIPT }))).toContain('ondertiteling: De ondertiteling ontbreekt');
    expect(await melding(saveFilmText(mo, samira, { transcript: TRANSCRIPT, ondertiteling: vtt('WEBVTT\n\n00:04.000 --> 00:02.000\nHallo\n') }))).toContain('ondertiteling: Ondertiteling, regel 3');
    expect(await melding(saveFilmText(mo, samira, { transcript: TRANSCRIPT, ondertiteling: vtt(), poster: map.schrijf('p.jpg', 'geen beeld') }))).toContain('poster: Dit bestand is geen foto');
    expect(open()).toBeNull();
    await saveFilmText(mo, samira, { transcript: TRANSCRIPT, ondertiteling: vtt(), poster: foto });
    expect(open()).toBeNull();
    await laatZien(samira, 'film');
    expect(open()).toBe('video/mp4');
    await saveFilmText(mo, samira, { transcript: `${TRANSCRIPT} En meer.` });
    expect(open()).toBeNull();
    expect(getMedia(mo, samira).film).toMatchObject({ transcript: `${TRANSCRIPT} En meer.`, poster: expect.any(String), ondertiteling: expect.any(String) });
    expect(bestanden()).toHaveLength(13);
    await saveFilm(mo, samira, map.schrijf('film.mp4', webm()));
    expect([open(), bestanden().length]).toEqual([null, 11]);
    expect(getMedia(mo, samira).film).toMatchObject({ mime: 'video/webm', transcript: null });
  });

  it('takes it away again, file and all', async () => {
    await removeMedia(mo, samira, 'film');
    await expect(removeMedia(mo, samira, 'film')).rejects.toThrow('geen film');
    expect([getMedia(mo, samira).film, bestanden().length, onaf('tmp')]).toEqual([undefined, 10, []]);
  });
});

describe('the media folder', () => {
  it('loses what no row names once nobody can be at work on it any more, and nothing else', async () => {
    const eigen = bestanden();
    for (const waar of ['', 'tmp/']) { map.schrijf(`media/${waar}verweesd`, 'x'); utimesSync(map.pad(`media/${waar}verweesd`), new Date(0), new Date(0)); map.schrijf(`media/${waar}bezig`, 'x'); }
    expect(await ruimOp(Date.now())).toBe(2);
    expect([bestanden(), onaf('tmp')]).toEqual([[...eigen, 'bezig'].sort(), ['bezig']]);
    for (const waar of ['', 'tmp/']) rmSync(map.pad(`media/${waar}bezig`));
  });
});

describe('the budget', () => {
  it('counts what was made as spent and what was chosen as reserved, for those still in the running', () => {
    const kosten = { foto: 100, 'korte film': 1000, 'lange film': 10_000 };
    const before = budget(kosten, countPresentaties(peter));
    const noor = makeKandidaat({ ref: 'n', voornaam: 'Noor', aanmelder: 'Team Werk' });
    choosePresentatie(mo, noor, 'lange film');
    expect(budget(kosten, countPresentaties(peter))).toEqual({ besteed: before.besteed, gereserveerd: before.gereserveerd + 10_000 });
    database().update(kandidaat).set({ status: 'ingetrokken' }).where(eq(kandidaat.id, noor)).run();
    expect(budget(kosten, countPresentaties(peter))).toEqual(before);
    expect(() => countPresentaties(mo)).toThrow(GeenToegang);
    expect(() => choosePresentatie(ada, noor, 'foto')).toThrow(NietGevonden);
  });
});

describe('over HTTP', () => {
  let server: http.Server; let url: string; let cookie: string; let gezien: { velden: string; bestanden: Record<string, { bytes: number; teGroot: boolean }> } | undefined;
  const aanvraag = (headers = {}, method = 'GET') => new Request('http://localhost/', { method, headers });

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      request.headers['x-request-id'] = 'een';
      if (!brengtBestand(request)) return void response.writeHead(418).end();
      void ontvang(request, response, async () => {
        const uploads = uploadsOf(new Request('http://x/', { headers: { 'x-request-id': 'een' } }));
        gezien = { velden: String((request as { body?: string }).body), bestanden: Object.fromEntries([...uploads].map(([veld, { bytes, teGroot }]) => [veld, { bytes, teGroot }])) };
        response.end('pagina');
      });
    });
    await new Promise<void>((resolve) => { server.listen(0, 'localhost', resolve); });
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    cookie = `sessie=${await startSession(mo.id)}`;
  });
  afterAll(() => { server.closeAllConnections(); server.close(); });

  const stuur = async (velden: Record<string, string | Blob>, { wie = cookie, van = url, id = samira } = {}) => {
    gezien = undefined;
    const body = new FormData();
    for (const [naam, waarde] of Object.entries(velden)) body.append(naam, waarde);
    const answer = await fetch(`${url}/kandidaten/${id}/media`, { method: 'POST', body, headers: { cookie: wie, origin: van } });
    return { status: answer.status, tekst: await answer.text() };
  };

  it('a form with files reaches its page as a plain form, and its files are gone when the page is done', async () => {
    expect(await stuur({ stap: 'foto', foto: new Blob([new Uint8Array(2000)]), onbekend: new Blob(['x']), transcript: 'regel één\r\nregel twee' })).toMatchObject({ status: 200, tekst: 'pagina' });
    expect(Object.fromEntries(new URLSearchParams(gezien!.velden))).toEqual({ stap: 'foto', transcript: 'regel één\r\nregel twee' });
    expect(gezien!.bestanden).toEqual({ foto: { bytes: 2000, teGroot: false } });
    await expect.poll(() => onaf('tmp')).toEqual([]);
  });

  it('a file that is too large is read to its end, told of, and not kept', async () => {
    await stuur({ stap: 'filmtekst', ondertiteling: new Blob([new Uint8Array(600_000)]) });
    expect(gezien!.bestanden).toEqual({ ondertiteling: { bytes: 600_000, teGroot: true } });
    await expect.poll(() => onaf('tmp')).toEqual([]);
  });

  it('nobody else brings a file: not Ada, not a visitor, not another site', async () => {
    const foto = new Blob([new Uint8Array(2000)]);
    for (const wie of [`sessie=${await startSession(ada.id)}`, '', 'sessie=geraden']) {
      await stuur({ stap: 'foto', foto }, { wie });
      expect(gezien).toEqual({ velden: 'geweigerd=', bestanden: {} });
    }
    expect(await stuur({ foto }, { van: 'https://anders.example' })).toMatchObject({ status: 403 });
    expect(gezien).toBeUndefined();
    expect(onaf('tmp')).toEqual([]);
  });

  it('an upload that is cut off half-way never reaches the page, and leaves nothing', async () => {
    gezien = undefined;
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const request = http.request({ port, hostname: 'localhost', path: `/kandidaten/${samira}/media`, method: 'POST', headers: { cookie, origin: url, 'content-type': 'multipart/form-data; boundary=abc', 'content-length': '900000' } });
      request.on('error', () => resolve()).write(`--abc\r\nContent-Disposition: form-data; name="film"; filename="a.mp4"\r\n\r\n${'x'.repeat(300_000)}`, () => setTimeout(() => request.destroy(), 50));
    });
    await expect.poll(() => onaf('tmp')).toEqual([]);
    expect(gezien).toBeUndefined();
  });

  const TUS = { 'tus-resumable': '1.0.0' };
  const begin = (headers: Record<string, string>, kandidaatId = samira, lengte = 2000) => fetch(`${url}/media/upload`, { method: 'POST', headers: { ...TUS, 'upload-length': String(lengte), 'upload-metadata': `kandidaat ${Buffer.from(String(kandidaatId)).toString('base64')}`, ...headers } });

  it('a film in pieces goes on where it stopped, and becomes the film of Samira when it is whole', async () => {
    const heel = mp4(3000);
    const { headers, status } = await begin({ cookie }, samira, heel.length);
    expect(status).toBe(201);
    const pad = `${url}${headers.get('location')}`;
    const patch = (van: number, tot: number, wie = cookie) => fetch(pad, { method: 'PATCH', headers: { ...TUS, cookie: wie, 'upload-offset': String(van), 'content-type': 'application/offset+octet-stream' }, body: new Uint8Array(heel.subarray(van, tot)) });
    expect((await patch(0, 1000)).status).toBe(204);
    const id = pad.split('/').pop()!;
    await expect(claimUpload(mo, samira, id)).rejects.toThrow('niet helemaal overgekomen');
    const ander = `sessie=${await startSession(ada.id)}`;
    expect((await patch(1000, 2000, ander)).status).toBe(404);
    expect((await fetch(pad, { method: 'HEAD', headers: { ...TUS, cookie: ander } })).status).toBe(404);
    expect((await fetch(pad, { method: 'HEAD', headers: { ...TUS, cookie } })).headers.get('upload-offset')).toBe('1000');
    expect((await patch(1000, heel.length)).status).toBe(204);
    await expect(claimUpload(ada, samira, id)).rejects.toThrow('niet helemaal overgekomen');
    await saveFilm(mo, samira, await claimUpload(mo, samira, id));
    expect(getMedia(mo, samira).film).toMatchObject({ bytes: heel.length, mime: 'video/mp4' });
    expect(onaf('uploads')).toEqual([]);
    await expect(claimUpload(mo, samira, id)).rejects.toThrow('niet helemaal overgekomen');
  });

  it('Samira sends her own form and film with the pass of her link, on the own addresses only, and no longer than the link works', async () => {
    const pas = openLink(giveLink(mo, samira, 'toon')!.split('/').at(-1)!);
    const zelf: Actor = { rol: 'kandidaat', kandidaatId: samira };
    const inzenden = async (pad: string, wie: string) => {
      gezien = undefined;
      const body = new FormData();
      body.append('stap', 'foto');
      body.append('foto', new Blob([new Uint8Array(2000)]));
      await fetch(`${url}${pad}`, { method: 'POST', body, headers: { cookie: wie, origin: url } });
      return Object.keys(gezien!.bestanden);
    };
    expect(await inzenden('/ik/media', `ik=${pas}`)).toEqual(['foto']);
    for (const [pad, wie] of [['/ik/media', cookie], ['/ik/media', 'ik=geraden'], [`/kandidaten/${samira}/media`, `ik=${pas}`]] as const) expect([pad, await inzenden(pad, wie)]).toEqual([pad, []]);

    const heel = mp4(2000);
    const start = (pad: string, wie: string, id = samira) => fetch(`${url}${pad}`, { method: 'POST', headers: { ...TUS, cookie: wie, 'upload-length': String(heel.length), 'upload-metadata': `kandidaat ${Buffer.from(String(id)).toString('base64')}` } });
    const noor = makeKandidaat({ ref: 'noor', voornaam: 'Noor', aanmelder: 'Team Werk' });
    for (const [pad, wie, id] of [['/ik/media/upload', cookie, samira], ['/media/upload', `ik=${pas}`, samira], ['/ik/media/upload', `ik=${pas}`, noor]] as const) expect((await start(pad, wie, id)).status).toBe(404);
    const { headers, status } = await start('/ik/media/upload', `ik=${pas}`);
    const pad = headers.get('location')!;
    expect([status, pad.startsWith('/ik/media/upload/'), headers.get('set-cookie')]).toEqual([201, true, expect.stringMatching(/^ik=.+; Path=\/ik; Max-Age=3600; HttpOnly; SameSite=Lax$/)]);
    const patch = (waar: string, wie: string) => fetch(`${url}${waar}`, { method: 'PATCH', headers: { ...TUS, cookie: wie, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: new Uint8Array(heel) });
    // Mo is her aanmelder, but did not begin this one.
    expect([(await patch(pad.replace('/ik', ''), cookie)).status, (await patch(pad, `ik=${pas}`)).status]).toEqual([404, 204]);
    const id = pad.split('/').pop()!;
    await expect(claimUpload({ rol: 'kandidaat', kandidaatId: noor }, noor, id)).rejects.toThrow('niet helemaal overgekomen');
    await expect(claimUpload(mo, samira, id)).rejects.toThrow('niet helemaal overgekomen');
    rmSync(await claimUpload(zelf, samira, id));
    revokeLink(mo, samira);
    expect([(await start('/ik/media/upload', `ik=${pas}`)).status, await inzenden('/ik/media', `ik=${pas}`)]).toEqual([404, []]);
    await expect.poll(() => onaf('tmp')).toEqual([]);
    expect(onaf('uploads')).toEqual([]);
  });

  it('a film in pieces is begun by nobody else, for nobody else, from no other site, and not beyond 500 MB', async () => {
    expect((await begin({})).status).toBe(404);
    expect((await begin({ cookie: `sessie=${await startSession(ada.id)}` })).status).toBe(404);
    expect((await begin({ cookie }, 999_999)).status).toBe(404);
    expect((await begin({ cookie, origin: 'https://anders.example' })).status).toBe(403);
    expect((await begin({ cookie }, samira, 501 * 1024 * 1024)).status).toBe(413);
    for (const id of ['..%2f..%2ftest.db', '../../x', 'a'.repeat(32)]) expect((await fetch(`${url}/media/upload/${id}`, { method: 'HEAD', headers: { ...TUS, cookie } })).status).not.toBe(200);
    expect(onaf('uploads')).toEqual([]);
  });

  it('a player gets the range it asks for, 416 beyond the end, 304 for what it has, and always the word private', async () => {
    await saveFilmText(mo, samira, { transcript: TRANSCRIPT, ondertiteling: vtt() });
    await laatZien(samira, 'film');
    const lever = (headers = {}, method = 'GET') => leverMedia(karin, samira, 'film.mp4', aanvraag(headers, method));
    const { bytes } = getMedia(mo, samira).film!;
    const whole = await lever();
    const etag = whole.headers.get('etag')!;
    expect([whole.status, whole.headers.get('content-length'), whole.headers.get('cache-control'), whole.headers.get('content-type'), (await whole.arrayBuffer()).byteLength]).toEqual([200, String(bytes), 'private, no-cache', 'video/mp4', bytes]);
    const part = await lever({ range: 'bytes=4-7' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 4-7/${bytes}`, 'ftyp']);
    const beyond = await lever({ range: 'bytes=999999-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes}`]);
    expect((await lever({ 'if-none-match': etag })).status).toBe(304);
    const older = await lever({ range: 'bytes=4-7', 'if-range': '"ouder"' });
    expect([older.status, (await older.arrayBuffer()).byteLength]).toEqual([200, bytes]);
    const head = await lever({}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, String(bytes), null]);
    expect(await (await leverMedia(karin, samira, 'ondertiteling.vtt', aanvraag())).text()).toBe(ONDERTITELING);
    database().update(toestemming).set({ ingetrokkenOp: new Date().toISOString() }).where(eq(toestemming.kandidaatId, samira)).run();
    await expect(lever({ 'if-none-match': etag })).rejects.toThrow(NietGevonden);
  });

  it('and a row whose file is lost answers as if there were none', async () => {
    const { film: rij } = getMedia(mo, samira);
    rmSync(`${process.env.MEDIA_PATH}/${rij!.bestand}`);
    await expect(leverMedia(mo, samira, 'film.mp4', aanvraag())).rejects.toThrow(NietGevonden);
    expect(database().select().from(media).all()).toHaveLength(2);
  });
});
