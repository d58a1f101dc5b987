/** One layout for every mail: the same blocks become plain text and HTML, so the two never tell different things. Pure. */
import type { Bericht } from '../mail.ts';

/** Who writes: the region, as it signs. `siteUrl` is without a slash at the end. */
export type Afzender = { siteUrl: string; naam: string; werkcentrum: string; contact: { naam: string; email: string; telefoon: string } };
/** A paragraph, a button, or a list whose items may be links. */
export type Blok = string | { knop: string; url: string } | { punten: readonly { tekst: string; url?: string }[] };
export type Inhoud = {
  onderwerp: string;
  /** Who is greeted; null where we know no name. */
  naam: string | null;
  blokken: readonly Blok[];
  /** Why someone gets this, at the end. */
  waarom?: string;
  /** Address of the page that stops these messages. */
  afmelden?: string | null;
  aanspreek?: 'u' | 'je';
};

/** Builds the message. Names come from people, so control characters and line breaks in them are taken out. */
export function maakBericht(afzender: Afzender, inhoud: Inhoud): Bericht {
  const onderwerp = oneLine(inhoud.onderwerp);
  return { onderwerp, tekst: asText(afzender, inhoud), html: asHtml(afzender, inhoud, onderwerp) };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
const groet = ({ naam }: Inhoud): string => (naam ? `Beste ${oneLine(naam)},` : 'Beste lezer,');
const vragen = ({ aanspreek = 'u' }: Inhoud): string => (aanspreek === 'je' ? 'Heb je vragen? Bel of mail ons gerust.' : 'Heeft u vragen? Bel of mail ons gerust.');
const stoppen = 'Wilt u deze mail niet meer krijgen? Meld u af:';

function asText(afzender: Afzender, inhoud: Inhoud): string {
  const blokken = inhoud.blokken.map((blok) => {
    if (typeof blok === 'string') return oneLine(blok);
    if ('knop' in blok) return `${blok.knop}:\n${blok.url}`;
    return blok.punten.map(({ tekst, url }) => `- ${oneLine(tekst)}${url ? `\n  ${url}` : ''}`).join('\n');
  });
  const { contact } = afzender;
  const slot = [vragen(inhoud), `Met vriendelijke groet,\n${contact.naam}\n${afzender.werkcentrum}\n${contact.telefoon}\n${contact.email}`];
  const voet = [inhoud.waarom, inhoud.afmelden && `${stoppen}\n${inhoud.afmelden}`].filter(Boolean);
  return `${[groet(inhoud), ...blokken, ...slot, ...(voet.length > 0 ? ['--', ...voet] : [])].join('\n\n')}\n`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
const words = (text: string): string => escape(oneLine(text));

/** No pictures, nothing from elsewhere; ground and ink are left to the reader's own light or dark. */
const LETTER = "font-family:system-ui,-apple-system,'Segoe UI',Verdana,sans-serif;font-size:17px;line-height:1.55;overflow-wrap:anywhere";
const KNOP = 'display:inline-block;padding:12px 22px;border-radius:10px;background:#0c6670;border:1px solid #6cc5cd;color:#ffffff;font-weight:bold;text-decoration:none';

function asHtml(afzender: Afzender, inhoud: Inhoud, onderwerp: string): string {
  const { contact } = afzender;
  const blokken = inhoud.blokken.map((blok) => {
    if (typeof blok === 'string') return `<p>${words(blok)}</p>`;
    if ('knop' in blok) return `<p style="margin:24px 0"><a href="${escape(blok.url)}" style="${KNOP}">${words(blok.knop)}</a></p>`;
    return `<ul>${blok.punten.map(({ tekst, url }) => `<li>${url ? `<a href="${escape(url)}">${words(tekst)}</a>` : words(tekst)}</li>`).join('')}</ul>`;
  });
  const afmelden = inhoud.afmelden ? ` Wilt u deze mail niet meer krijgen? <a href="${escape(inhoud.afmelden)}">Meld u af</a>.` : '';
  const voet = inhoud.waarom || afmelden ? `<p style="margin-top:28px;padding-top:14px;border-top:1px solid #9a9a9a;font-size:15px">${words(inhoud.waarom ?? '')}${afmelden}</p>` : '';
  return `<!doctype html>
<html lang="nl" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(onderwerp)}</title><style>:root{color-scheme:light dark}</style></head>
<body style="margin:0;padding:20px 16px;${LETTER}">
<div style="max-width:600px;margin:0 auto">
<p style="font-weight:bold;font-size:19px">${words(afzender.naam)}</p>
<p>${words(groet(inhoud))}</p>
${blokken.join('\n')}
<p>${vragen(inhoud)}</p>
<p>Met vriendelijke groet,<br>${words(contact.naam)}<br>${words(afzender.werkcentrum)}<br><a href="tel:${escape(contact.telefoon.replace(/[^+\d]/g, ''))}">${words(contact.telefoon)}</a><br><a href="mailto:${escape(contact.email)}">${words(contact.email)}</a></p>
${voet}
</div>
</body>
</html>
`;
}
