/**
 * The file of an aanmelder: first what each line would change, and only after a yes exactly that. Reading, checking
 * and storing are the import's own; what a file leaves out stays as it is. Own partner only.
 */
import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { gebruiker } from '#db/schema.ts';
import { Weigering, eis, eisRol } from '../auth/policy.ts';
import type { Actor } from '../domain/gebruiker/gebruiker.ts';
import { VELDEN, bewerkbaar, type Veldnaam } from '../domain/kandidaat/invoer.ts';
import { kandidaatInvoer, type KandidaatInvoer } from '../domain/kandidaat/kandidaat.ts';
import { findPlaats } from '../domain/plaats/plaats.server.ts';
import { readBestand, type Bestand, type Fout } from './import-lezen.server.ts';
import { knownByRef, type Bekend } from './import-stand.server.ts';
import { verschillen, type Verschil } from './import-verschil.ts';
import { checkLine, saveOwnKandidaten } from './import.server.ts';

/** An upload waits this long for a yes. */
const WACHT_MS = 3600_000;
/** Records in one go: what fits in the 1 MB of an upload, and a bound for what one transaction does. */
const MAX_REGELS = 2000;

export type Regel = { regel: number; ref: string; naam: string; soort: 'nieuw' | 'gewijzigd' | 'gelijk' | 'afgewezen'; verschillen: Verschil[]; fouten: Fout[]; opmerking: string | null };
export type Voorbeeld = { sleutel: string; vingerafdruk: string; naam: string; onbekendeKolommen: string[]; regels: Regel[]; nieuw: number; gewijzigd: number; gelijk: number; afgewezen: number };

/** One upload per person, in memory: it holds personal data and need not outlive the process. */
const waiting = new Map<number, { sleutel: string; naam: string; bestand: Bestand; tot: number }>();

/** Reads a file, keeps it for an hour and says what each line would change; nothing is stored. */
export async function previewImport(actor: Actor, naam: string, bytes: Uint8Array): Promise<Voorbeeld> {
  eis(actor, 'kandidaat.importeer');
  const { id } = eisRol(actor, 'aanmelder');
  const bestand = await readBestand(Buffer.from(bytes));
  if (bestand.gelezen.length > MAX_REGELS) throw new Weigering(`Dit bestand heeft meer dan ${MAX_REGELS} regels. Verdeel het over meer bestanden.`);
  const sleutel = randomBytes(12).toString('hex');
  forgetOld();
  waiting.set(id, { sleutel, naam: naam.slice(0, 120), bestand, tot: Date.now() + WACHT_MS });
  return transaction(() => toPreview(compare(actor, bestand), waiting.get(id)!));
}

/**
 * Does what the preview showed, in one transaction.
 * @returns what was done, or the new preview when the kandidaten changed since the first
 * @throws Weigering when the upload is gone: done already, or more than an hour ago
 */
export function applyImport(actor: Actor, sleutel: string, vingerafdruk: string): { nieuw: number; gewijzigd: number } | { anders: Voorbeeld } {
  eis(actor, 'kandidaat.importeer');
  const { id } = eisRol(actor, 'aanmelder');
  forgetOld();
  const upload = waiting.get(id);
  if (!upload || upload.sleutel !== sleutel) throw new Weigering('Dit bestand is al verwerkt, of het is langer dan een uur geleden. Kies het bestand opnieuw.');
  return transaction(() => {
    const lines = compare(actor, upload.bestand);
    const preview = toPreview(lines, upload);
    if (preview.vingerafdruk !== vingerafdruk) return { anders: preview };
    saveOwnKandidaten(actor, lines.filter(({ regel }) => regel.soort === 'nieuw' || regel.soort === 'gewijzigd').map(({ invoer }) => invoer!));
    waiting.delete(id);
    return { nieuw: preview.nieuw, gewijzigd: preview.gewijzigd };
  });
}

function forgetOld(): void {
  for (const [id, { tot }] of waiting) if (tot < Date.now()) waiting.delete(id);
}

function toPreview(lines: readonly Vergeleken[], { sleutel, naam, bestand }: { sleutel: string; naam: string; bestand: Bestand }): Voorbeeld {
  const regels = lines.map(({ regel }) => regel);
  const count = (soort: Regel['soort']) => regels.filter((regel) => regel.soort === soort).length;
  return { sleutel, naam, vingerafdruk: createHash('sha256').update(JSON.stringify(regels)).digest('hex'), onbekendeKolommen: bestand.onbekendeKolommen, regels, nieuw: count('nieuw'), gewijzigd: count('gewijzigd'), gelijk: count('gelijk'), afgewezen: count('afgewezen') };
}

type Vergeleken = { regel: Regel; invoer: KandidaatInvoer | null };

function compare(actor: Actor, { gelezen }: Bestand): Vergeleken[] {
  const refs = gelezen.flatMap((line) => ('json' in line && typeof line.json.ref === 'string' ? [line.json.ref.trim()] : []));
  const { own, others } = knownByRef(actor, refs);
  const makelaars = new Set(database().select({ email: gebruiker.email }).from(gebruiker).where(eq(gebruiker.rol, 'werkmakelaar')).all().map(({ email }) => email));
  const seen = new Map<string, number>();
  return gelezen.map((line) => {
    const ref = 'fouten' in line ? (line.ref ?? '') : typeof line.json.ref === 'string' ? line.json.ref.trim() : '';
    const refuse = (fouten: Fout[], naam = ''): Vergeleken => ({ invoer: null, regel: { regel: line.regel, ref, naam, soort: 'afgewezen', verschillen: [], fouten, opmerking: null } });
    if ('fouten' in line) return refuse(line.fouten);
    if (others.has(ref)) return refuse([{ veld: 'ref', reden: 'dit kenmerk kan niet; kies een ander kenmerk' }]);
    const before = own.get(ref);
    const { aanmelder, ...parsedJson } = line.json;
    if (aanmelder !== undefined) return refuse([{ veld: 'aanmelder', reden: 'laat dit veld weg: het is altijd de eigen organisatie' }]);
    const checked = checkLine(kandidaatInvoer, merge(before?.invoer, parsedJson));
    if ('fouten' in checked) return refuse(checked.fouten);
    const invoer = checked.waarde;
    const earlier = seen.get(ref);
    if (earlier !== undefined) return refuse([{ veld: 'ref', reden: `"${ref}" staat ook op regel ${earlier}; die regel telt` }], invoer.voornaam);
    seen.set(ref, line.regel);
    const changed = verschillen(before?.invoer ?? {}, invoer);
    const fouten = forbidden(before, invoer, changed, makelaars);
    if (fouten.length > 0) return refuse(fouten, invoer.voornaam);
    const opmerking = changed.some(({ veld }) => veld === 'plaats') && !findPlaats(invoer.plaats) ? `De plaats ${invoer.plaats} kennen wij niet. De afstand telt dan niet mee.` : null;
    return { invoer, regel: { regel: line.regel, ref, naam: invoer.voornaam, soort: !before ? 'nieuw' : changed.length > 0 ? 'gewijzigd' : 'gelijk', verschillen: changed, fouten: [], opmerking } };
  });
}

/** What a good line still may not do: change what an accountmanager read, or take back a choice of the kandidaat. */
function forbidden(before: Bekend | undefined, invoer: KandidaatInvoer, changed: readonly Verschil[], makelaars: ReadonlySet<string>): Fout[] {
  const fouten: Fout[] = [];
  if (invoer.werkmakelaar && !makelaars.has(invoer.werkmakelaar.toLowerCase())) fouten.push({ veld: 'werkmakelaar', reden: 'is geen werkmakelaar in dit portaal' });
  if (!before || changed.length === 0) return fouten;
  const open = bewerkbaar(before.status);
  if (open.length === 0) fouten.push({ veld: 'regel', reden: `dit profiel is ${before.status} en kan niet meer veranderen` });
  else for (const { veld } of changed) if (Object.hasOwn(VELDEN, veld) && !open.includes(veld as Veldnaam)) fouten.push({ veld, reden: 'staat in het venster; haal het profiel eerst uit het venster' });
  for (const item of invoer.toestemming ?? []) if (before.ingetrokken.has(item)) fouten.push({ veld: 'toestemming', reden: `${item} is eerder ingetrokken; dit kan alleen de kandidaat weer geven` });
  return fouten;
}

/** A line over what is kept: fields that the line does not name stay; parts of uren and intern count one by one. */
function merge(before: KandidaatInvoer | undefined, line: Record<string, unknown>): Record<string, unknown> {
  const inner = (naam: 'uren' | 'intern') => (typeof line[naam] === 'object' && line[naam] !== null && !Array.isArray(line[naam]) ? { [naam]: { ...before?.[naam], ...line[naam] } } : {});
  return { ...before, ...line, ...inner('uren'), ...inner('intern') };
}
