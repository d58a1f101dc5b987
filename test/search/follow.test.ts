/** The worker that follows the tables: nothing is lost, nothing is sent in vain, and one bad document hurts nobody else. */
import { describe, expect, test, vi } from 'vitest';
import { connection, transaction } from '#db/client.ts';
import { countChanges, hasChanges, listParked, readStand, saveStand, takeLease } from '#search/feed.ts';
import { followOnce, startFollowing } from '#search/follow.ts';
import { doc } from './engines.ts';
import { INDEX, embedded, useZoekserver } from '../support/zoekserver.ts';

const proef = useZoekserver();
const SAMIRA = 1, PIET = 2, FATIMA = 3;
const follow = (holder?: string) => followOnce(proef.site, holder);
const calls = (part: string) => proef.double.calls.filter((call) => call.includes(part)).length;

describe('in step with the tables', () => {
  test('Samira and Piet appear, Samira changes, Piet withdraws', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA, titel: 'Orderpicker' }), doc({ id: PIET, titel: 'Hovenier' })]);
    expect(await follow()).toEqual({ verstuurd: 2, verwijderd: 0, geparkeerd: 0 });
    expect(proef.ids()).toEqual([SAMIRA, PIET]);
    embedded.upsert(INDEX, [doc({ id: SAMIRA, titel: 'Bakker' })]);
    embedded.remove(INDEX, [PIET]);
    expect(await follow()).toEqual({ verstuurd: 1, verwijderd: 1, geparkeerd: 0 });
    expect(proef.document(SAMIRA)!.tekst.titel).toBe('bakker');
    expect(proef.ids()).toEqual([SAMIRA]);
  });

  test('ten changes of Samira are sent as one, as she is now', async () => {
    for (let at = 0; at < 10; at++) embedded.upsert(INDEX, [doc({ id: SAMIRA, titel: `Werk ${at}` })]);
    expect(await follow()).toMatchObject({ verstuurd: 1 });
    expect(proef.document(SAMIRA)!.tekst.titel).toBe('werk 9');
  });

  test('a change that was taken back is never sent', async () => {
    expect(() => transaction(() => { embedded.upsert(INDEX, [doc({ id: SAMIRA })]); throw new Error('toch niet'); })).toThrow();
    await follow();
    expect(proef.ids()).toEqual([]);
  });

  test('when nothing changed the server is left alone', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    await follow();
    proef.double.calls.length = 0;
    expect(await follow()).toEqual({ verstuurd: 0, verwijderd: 0, geparkeerd: 0 });
    expect(proef.double.calls).toEqual([]);
  });

  test('one change of 1,200 people is acknowledged only when all of them are there', async () => {
    embedded.upsert(INDEX, Array.from({ length: 1200 }, (_, at) => doc({ id: at + 1 })));
    let batches = 0;
    proef.double.taakFout = () => (++batches === 3 ? { code: 'io_error', type: 'system' } : undefined);
    await expect(follow()).rejects.toMatchObject({ soort: 'kapot' });
    expect(countChanges(INDEX, readStand(INDEX).seq)).toBe(1200);
    proef.double.taakFout = undefined;
    await follow();
    expect(proef.ids()).toHaveLength(1200);
    expect(hasChanges(INDEX, readStand(INDEX).seq)).toBe(false);
  });
});

describe('when something goes wrong on the way', () => {
  test('a worker that dies between sending and acknowledging loses nothing: the next one sends again', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    const before = readStand(INDEX).seq;
    proef.double.fout = { bij: (_, path) => path.startsWith('/tasks'), verbreek: true };
    await expect(follow('eerste proces')).rejects.toMatchObject({ soort: 'onbereikbaar' });
    expect(readStand(INDEX).seq).toBe(before);
    embedded.upsert(INDEX, [doc({ id: SAMIRA, titel: 'Bakker' })]);
    proef.double.fout = undefined;
    await follow('tweede proces');
    expect(proef.document(SAMIRA)!.tekst.titel).toBe('bakker');
    expect(countChanges(INDEX, readStand(INDEX).seq)).toBe(0);
  });

  test('a task of which the server knows nothing any more is not taken for done', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    proef.double.houdTaken = true;
    const running = follow();
    await vi.waitFor(() => expect(calls('/tasks')).toBeGreaterThan(0));
    proef.double.verliesTaken();
    await expect(running).rejects.toMatchObject({ soort: 'taak weg', code: 'task_not_found' });
    expect(countChanges(INDEX, readStand(INDEX).seq)).toBe(1);
    proef.double.voerTakenUit();
    await follow();
    expect(proef.ids()).toEqual([SAMIRA]);
  });

  test.each([
    ['a full disk', { status: 422, code: 'no_space_left_on_device' }, 'vol'],
    ['a wrong key', { status: 403, code: 'invalid_api_key' }, 'sleutel'],
    ['an index that is gone', { status: 404, code: 'index_not_found' }, 'ontbreekt'],
    ['a crowd', { status: 429, wachtSeconden: 7 }, 'druk'],
    ['a page in HTML', { html: true }, 'onleesbaar'],
    ['an answer of nothing', { status: 500 }, 'kapot'],
  ])('%s sets nobody aside and everybody waits for better times', async (_, fout, soort) => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA }), doc({ id: PIET })]);
    proef.double.fout = fout;
    await expect(follow()).rejects.toMatchObject({ soort });
    proef.double.fout = undefined;
    expect(listParked()).toEqual([]);
    await follow();
    expect(proef.ids()).toEqual([SAMIRA, PIET]);
  });

  test('a batch that is too large is cut in halves', async () => {
    const people = Array.from({ length: 9 }, (_, at) => doc({ id: at + 1 }));
    embedded.upsert(INDEX, people);
    let refused = 0;
    proef.double.fout = { bij: (method, path) => method === 'POST' && path.endsWith('/documents') && refused++ < 3, status: 413, code: 'payload_too_large' };
    expect(await follow()).toEqual({ verstuurd: 9, verwijderd: 0, geparkeerd: 0 });
    expect(proef.ids()).toHaveLength(9);
  });
});

describe('a document that the server does not want', () => {
  const chokeOn = (id: number) => { proef.double.taakFout = (documents) => (documents.some((each) => each.id === id) ? { code: 'invalid_document_fields', type: 'invalid_request' } : undefined); };

  test('is set aside alone; its neighbours go on, and the reason is kept', async () => {
    chokeOn(PIET);
    embedded.upsert(INDEX, [SAMIRA, PIET, FATIMA].map((id) => doc({ id })));
    expect(await follow()).toEqual({ verstuurd: 2, verwijderd: 0, geparkeerd: 1 });
    expect(proef.ids()).toEqual([SAMIRA, FATIMA]);
    expect(listParked()).toMatchObject([{ index: INDEX, documentId: PIET, fout: 'invalid_document_fields' }]);
  });

  test('is not findable by its older text either', async () => {
    embedded.upsert(INDEX, [doc({ id: PIET, titel: 'Hovenier' })]);
    await follow();
    chokeOn(PIET);
    embedded.upsert(INDEX, [doc({ id: PIET, titel: 'Bakker' })]);
    await follow();
    expect(proef.ids()).toEqual([]);
  });

  test('is tried again when it changes, and then it is no longer set aside', async () => {
    chokeOn(PIET);
    embedded.upsert(INDEX, [doc({ id: PIET })]);
    await follow();
    proef.double.taakFout = undefined;
    expect(await follow()).toMatchObject({ verstuurd: 0 });
    embedded.upsert(INDEX, [doc({ id: PIET, titel: 'Hovenier' })]);
    expect(await follow()).toEqual({ verstuurd: 1, verwijderd: 0, geparkeerd: 0 });
    expect(listParked()).toEqual([]);
  });

  test('is seen before it is sent when its place is not on earth', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA }), doc({ id: PIET, punt: { lat: 191, lng: 5 } })]);
    expect(await follow()).toEqual({ verstuurd: 1, verwijderd: 0, geparkeerd: 1 });
    expect(calls('POST /indexes/regio-kandidaten-werkgever/documents')).toBe(2);
  });

  test('is not to blame when the server refuses everybody: then nobody is set aside', async () => {
    proef.double.taakFout = () => ({ code: 'invalid_document_fields', type: 'invalid_request' });
    embedded.upsert(INDEX, Array.from({ length: 60 }, (_, at) => doc({ id: at + 1 })));
    await expect(follow()).rejects.toMatchObject({ soort: 'geweigerd' });
    expect(listParked()).toEqual([]);
    expect(countChanges(INDEX, readStand(INDEX).seq)).toBe(60);
  });
});

describe('two processes', () => {
  test('while one follows the other stands back', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    expect(takeLease('(volger)', 'een ander', 60_000)).toBe(true);
    await expect(follow('dit proces')).rejects.toMatchObject({ soort: 'bezet' });
    expect(proef.ids()).toEqual([]);
    connection().prepare("DELETE FROM zoek_server WHERE index_naam = '(volger)'").run();
    await follow('dit proces');
    expect(proef.ids()).toEqual([SAMIRA]);
  });

  test('the lease of a process that died runs out', async () => {
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    takeLease('(volger)', 'dood proces', 1_000, Date.now() - 2_000);
    await follow('dit proces');
    expect(proef.ids()).toEqual([SAMIRA]);
  });

  test('who lost the lease acknowledges nothing', () => {
    takeLease('(volger)', 'een ander', 60_000);
    const before = readStand(INDEX);
    expect(() => saveStand('dit proces', INDEX, { seq: before.seq + 5 })).toThrow(/ander proces/);
    expect(readStand(INDEX)).toEqual(before);
    connection().prepare("DELETE FROM zoek_server WHERE index_naam = '(volger)'").run();
  });
});

describe('beside the requests', () => {
  test('the worker brings a change by itself, goes on after a fault, and leaves no lease behind', async () => {
    proef.double.fout = { status: 503 };
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    const stop = startFollowing(proef.site);
    await vi.waitFor(() => expect(proef.double.calls.length).toBeGreaterThan(0));
    proef.double.fout = undefined;
    await vi.waitFor(() => expect(proef.ids()).toEqual([SAMIRA]), { timeout: 10_000 });
    await stop();
    expect(takeLease('(volger)', 'een ander', 1)).toBe(true);
    connection().prepare("DELETE FROM zoek_server WHERE index_naam = '(volger)'").run();
  });

  test('a worker that is stopped while the server works stops soon, and the change is still to do', async () => {
    proef.double.houdTaken = true;
    embedded.upsert(INDEX, [doc({ id: SAMIRA })]);
    const stop = startFollowing(proef.site);
    await vi.waitFor(() => expect(calls('/tasks')).toBeGreaterThan(0));
    await stop();
    expect(countChanges(INDEX, readStand(INDEX).seq)).toBe(1);
  });
});
