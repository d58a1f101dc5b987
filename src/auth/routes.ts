/**
 * Who may reach which page: one line per file in src/pages, GET and POST apart. Absent means denied; a test fails on
 * a page without a line. This is the second lock: every use case asks the policy itself. Pure.
 */
import type { Rol } from '../domain/gebruiker/gebruiker.ts';

type Wie = Rol | 'bezoeker' | 'kandidaat';
const IEDEREEN: readonly Wie[] = ['bezoeker', 'werkgever', 'aanmelder', 'werkmakelaar', 'accountmanager', 'beheerder'];
const PROFESSIONALS: readonly Wie[] = ['werkmakelaar', 'accountmanager'];

export const ROUTES: Record<string, { GET: readonly Wie[]; POST?: readonly Wie[] }> = {
  '/': { GET: IEDEREEN },
  '/404': { GET: IEDEREEN },
  '/500': { GET: IEDEREEN },
  '/inloggen': { GET: IEDEREEN, POST: ['bezoeker'] },
  '/uitloggen': { GET: [], POST: IEDEREEN },
  '/registreren': { GET: IEDEREEN, POST: ['bezoeker'] },
  '/bevestig/[token]': { GET: IEDEREEN, POST: IEDEREEN },
  '/wachtwoord-vergeten': { GET: IEDEREEN, POST: IEDEREEN },
  '/wachtwoord/[token]': { GET: IEDEREEN, POST: IEDEREEN },
  '/afmelden/[token]': { GET: IEDEREEN, POST: IEDEREEN },
  '/api/gezondheid': { GET: IEDEREEN },
  '/api/suggesties': { GET: IEDEREEN },
  '/api/woorden': { GET: ['aanmelder', 'werkmakelaar'] },
  '/talent': { GET: IEDEREEN },
  '/talent/[id]': { GET: IEDEREEN },
  '/talent/[id]/portret.svg': { GET: IEDEREEN },
  '/talent/[id]/kennismaken': { GET: ['werkgever'], POST: ['werkgever'] },
  '/instrumenten': { GET: IEDEREEN },
  '/instrumenten/[id]': { GET: IEDEREEN },
  '/instrumenten/[id]/plek': { GET: IEDEREEN },
  '/instrumenten/boek': { GET: IEDEREEN },
  '/instrumenten/keuzehulp': { GET: IEDEREEN },
  '/instrumenten/vergelijken': { GET: IEDEREEN },
  '/instrumenten/zoeken': { GET: IEDEREEN },
  '/instrumenten/situatie/[situatie]': { GET: IEDEREEN },
  '/verhalen': { GET: IEDEREEN },
  '/verhalen/[id]': { GET: IEDEREEN },
  '/verhalen/[id]/portret.svg': { GET: IEDEREEN },
  '/og/[...naam].png': { GET: IEDEREEN },
  '/rekenhulp': { GET: IEDEREEN },
  '/zo-werkt-het-matchen': { GET: IEDEREEN },
  '/over': { GET: IEDEREEN },
  '/privacy': { GET: IEDEREEN },
  '/toegankelijkheid': { GET: IEDEREEN },
  '/cookies': { GET: IEDEREEN },
  '/werk': { GET: IEDEREEN },
  '/werk/[id]': { GET: IEDEREEN },
  '/sitemap.xml': { GET: IEDEREEN },
  '/robots.txt': { GET: IEDEREEN },
  '/.well-known/security.txt': { GET: IEDEREEN },
  '/kijkbudget': { GET: ['werkgever'] },
  '/mijn': { GET: ['werkgever'] },
  '/mijn/zoekopdrachten': { GET: ['werkgever', ...PROFESSIONALS], POST: ['werkgever', ...PROFESSIONALS] },
  '/favorieten': { GET: ['werkgever'], POST: ['werkgever'] },
  '/vacatures': { GET: ['werkgever', ...PROFESSIONALS] },
  '/vacatures/nieuw': { GET: ['werkgever'], POST: ['werkgever'] },
  '/vacatures/[id]': { GET: ['werkgever', ...PROFESSIONALS], POST: ['werkgever', ...PROFESSIONALS] },
  '/vacatures/[id]/stap/[stap]': { GET: ['werkgever'], POST: ['werkgever'] },
  '/vacatures/[id]/controle': { GET: ['werkgever'], POST: ['werkgever'] },
  '/voordrachten/[id]': { GET: ['werkgever'], POST: ['werkgever'] },
  '/werkbank': { GET: ['werkmakelaar'], POST: ['werkmakelaar'] },
  '/werkbank/[id]': { GET: ['werkmakelaar'], POST: ['werkmakelaar'] },
  '/werkbank/[id]/geschiedenis': { GET: PROFESSIONALS },
  '/werkbank/vergelijk': { GET: ['werkmakelaar'] },
  '/werkbank/toevoegen': { GET: ['werkmakelaar'], POST: ['werkmakelaar'] },
  '/werkbank/signalen': { GET: ['werkmakelaar'] },
  '/werkbank/afwezig': { GET: ['werkmakelaar'], POST: ['werkmakelaar'] },
  '/ik': { GET: [...IEDEREEN, 'kandidaat'], POST: ['kandidaat'] },
  '/ik/[token]': { GET: [...IEDEREEN, 'kandidaat'] },
  '/ik/profiel': { GET: ['kandidaat'] },
  '/ik/portret.svg': { GET: ['kandidaat'] },
  '/ik/media': { GET: ['kandidaat'], POST: ['kandidaat'] },
  '/ik/media/[bestand]': { GET: ['kandidaat'] },
  '/ik/tijd': { GET: ['kandidaat'], POST: ['kandidaat'] },
  '/ik/werkgevers': { GET: ['kandidaat'], POST: ['kandidaat'] },
  '/ik/werk': { GET: ['kandidaat'] },
  '/ik/stoppen': { GET: ['kandidaat'], POST: ['kandidaat'] },
  '/ik/gegevens.json': { GET: ['kandidaat'] },
  '/kandidaten': { GET: ['aanmelder', ...PROFESSIONALS] },
  '/kandidaten/nieuw': { GET: ['aanmelder', 'werkmakelaar'], POST: ['aanmelder', 'werkmakelaar'] },
  '/kandidaten/importeren': { GET: ['aanmelder'], POST: ['aanmelder'] },
  '/kandidaten/importeren/kolommen': { GET: ['aanmelder'] },
  '/kandidaten/importeren/sjabloon.csv': { GET: ['aanmelder'] },
  '/kandidaten/[id]/bewerken': { GET: ['aanmelder', 'werkmakelaar'], POST: ['aanmelder', 'werkmakelaar'] },
  '/kandidaten/[id]': { GET: ['aanmelder', ...PROFESSIONALS], POST: ['aanmelder', ...PROFESSIONALS] },
  '/kandidaten/[id]/toestemming': { GET: ['aanmelder', 'werkmakelaar'], POST: ['aanmelder', 'werkmakelaar'] },
  '/kandidaten/[id]/media': { GET: ['aanmelder', ...PROFESSIONALS], POST: ['aanmelder', 'werkmakelaar'] },
  '/media/[kandidaat]/[bestand]': { GET: IEDEREEN },
  '/curatie': { GET: ['accountmanager'], POST: ['accountmanager'] },
  '/curatie/[id]': { GET: ['accountmanager'], POST: ['accountmanager'] },
  '/presenteren': { GET: ['accountmanager'] },
  '/presenteren/[id]': { GET: ['accountmanager'], POST: ['accountmanager'] },
  '/kennismakingen': { GET: ['accountmanager'] },
  '/kennismakingen/[id]': { GET: ['accountmanager'], POST: ['accountmanager'] },
  '/kennismakingen/[id]/agenda.ics': { GET: ['werkgever', ...PROFESSIONALS] },
  '/werkgevers': { GET: ['accountmanager'] },
  '/werkgevers/[id]': { GET: ['accountmanager'], POST: ['accountmanager'] },
  '/beheer': { GET: ['beheerder'], POST: ['beheerder'] },
  '/beheer/post': { GET: ['beheerder'] },
  '/beheer/post/[id]': { GET: ['beheerder'], POST: ['beheerder'] },
  '/beheer/post/[id]/html': { GET: ['beheerder'] },
};

/** Whether a role may reach a page with a method. Unknown page, unknown method: no. */
export function mayReach(pattern: string, method: string, rol: Wie): boolean {
  const route = ROUTES[pattern];
  if (!route) return false;
  if (method === 'GET' || method === 'HEAD') return route.GET.includes(rol);
  return method === 'POST' && (route.POST?.includes(rol) ?? false);
}

/** Where each role starts after signing in. */
export const START: Record<Rol, string> = { werkgever: '/mijn', aanmelder: '/kandidaten', werkmakelaar: '/werkbank', accountmanager: '/curatie', beheerder: '/beheer' };
