/** Which vacatures everybody may read, and what search engines are told of them. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { vacature, werkgever } from '#db/schema.ts';
import { NietGevonden } from '#src/auth/policy.ts';
import { jobPosting, toScript } from '#src/domain/vacature/jobposting.ts';
import { getWerk, listWerk, type OpenbareVacature } from '#src/domain/vacature/openbaar.server.ts';
import { BEZOEKER, makeVacature, useDatabase } from '../../support/database.ts';

useDatabase();
let tuin: number;
const titels = (vraag?: Parameters<typeof listWerk>[1]) => listWerk(BEZOEKER, vraag).rijen.map(({ titel }) => titel);
const wijzig = (values: Partial<typeof vacature.$inferInsert>) => database().update(vacature).set(values).where(eq(vacature.id, tuin)).run();
const verifieer = (status: 'geverifieerd' | 'aangemeld') => database().update(werkgever).set({ status }).run();

beforeEach(() => {
  tuin = makeVacature({ ref: 'w1', titel: 'Hulp in de tuin', sector: 'groen', plaats: 'Goirle', taken: ['heggen snoeien'], omschrijving: 'Buiten <werken> & meer.', sluitingsdatum: '2999-07-01' });
  makeVacature({ ref: 'w2', titel: 'Orderpicker', sector: 'logistiek', taken: ['orders verzamelen'] });
  wijzig({ status: 'open', sluitingsdatum: '2999-07-01', werkvorm: 'betaald werk' });
  verifieer('geverifieerd');
});

describe('an open vacature', () => {
  it('is on the list and has a page, for somebody who is not signed in', () => {
    expect(titels()).toEqual(expect.arrayContaining(['Hulp in de tuin', 'Orderpicker']));
    expect(getWerk(BEZOEKER, tuin)).toMatchObject({ titel: 'Hulp in de tuin', werkgever: 'Van Dijk Logistiek', plaats: 'Goirle' });
  });

  it('is found by words of title, place and employer, without regard to case, and by its sector', () => {
    expect(titels({ q: 'GOIRLE tuin' })).toEqual(['Hulp in de tuin']);
    expect(titels({ q: 'van dijk' })).toHaveLength(2);
    expect(titels({ sector: 'groen' })).toEqual(['Hulp in de tuin']);
    expect(titels({ q: 'zzz' })).toEqual([]);
    expect(listWerk(BEZOEKER).sectoren).toEqual([{ sector: 'groen', aantal: 1 }, { sector: 'logistiek', aantal: 1 }]);
  });

  it('tells nothing of who calls, where exactly it is or where it came from', () => {
    expect(Object.keys(getWerk(BEZOEKER, tuin)).filter((naam) => /contact|mail|lat|lng|ref|bron|werkgeverId|status|afloop|stap/i.test(naam))).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['it is a draft', () => wijzig({ status: 'concept' })], ['it waits for the accountmanager', () => wijzig({ status: 'ingediend' })], ['it is paused', () => wijzig({ status: 'gepauzeerd' })],
    ['it is filled', () => wijzig({ status: 'vervuld' })], ['it is closed', () => wijzig({ status: 'gesloten' })], ['its date has passed', () => wijzig({ sluitingsdatum: '2026-01-01' })], ['nobody verified its employer', () => verifieer('aangemeld')],
  ])('is gone from list and page when %s', (_, gebeurt) => {
    gebeurt();
    expect(titels()).not.toContain('Hulp in de tuin');
    expect(() => getWerk(BEZOEKER, tuin)).toThrow(NietGevonden);
  });
});

describe('the JobPosting of a vacature', () => {
  const met = (values: Partial<OpenbareVacature> = {}) => jobPosting({ ...getWerk(BEZOEKER, tuin), ...values }, 'https://talent.example/werk/1');

  it('has what search engines ask, with the end of its last day in summer and in winter', () => {
    expect(met({ geplaatstOp: '2026-11-20T09:00:00.000Z', sluitingsdatum: '2027-07-01', urenMin: 24, urenMax: 32 })).toMatchObject({
      '@type': 'JobPosting', title: 'Hulp in de tuin', datePosted: '2026-11-20', validThrough: '2027-07-01T23:59:59+02:00', employmentType: ['PART_TIME'],
      hiringOrganization: { name: 'Van Dijk Logistiek' }, jobLocation: { address: { addressLocality: 'Goirle', addressCountry: 'NL' } }, url: 'https://talent.example/werk/1',
    });
    expect(met({ sluitingsdatum: '2027-01-15' })).toMatchObject({ validThrough: '2027-01-15T23:59:59+01:00' });
    expect(met({ sluitingsdatum: null })).not.toHaveProperty('validThrough');
  });

  it('says part-time, full-time or both by the hours', () => {
    expect([[20, 34], [36, 40], [24, 40]].map(([urenMin, urenMax]) => met({ urenMin: urenMin!, urenMax: urenMax! })!.employmentType)).toEqual([['PART_TIME'], ['FULL_TIME'], ['FULL_TIME', 'PART_TIME']]);
  });

  it('is not made for a place that is no paid job, or of which nobody knows where it is', () => {
    for (const werkvorm of ['werkervaringsplaats', 'proefplaatsing', 'vrijwilligerswerk', 'leerwerkplek'] as const) expect(met({ werkvorm })).toBeNull();
    expect(met({ plaats: '' })).toBeNull();
  });

  it('keeps the words of an employer as words, in HTML and inside a script', () => {
    expect(met()!.description).toBe('<p>Buiten &lt;werken&gt; &amp; meer.</p><ul><li>heggen snoeien</li></ul>');
    const text = toScript(met({ titel: '</script><script>alert(1)</script>' }));
    expect(text).not.toContain('<');
    expect((JSON.parse(text) as { title: string }).title).toBe('</script><script>alert(1)</script>');
  });
});
