/**
 * Keys for the werkbank. Every key presses a button or follows a link that is on the page, so nothing works by key
 * alone. Keys do nothing while someone types, with a modifier, or when they are switched off (WCAG 2.1.4).
 */
const UIT = 'sneltoetsen-uit';
const PLEK = 'werkbank-plek';

const help = document.querySelector<HTMLDetailsElement>('#sneltoetsen');
const toggle = document.querySelector<HTMLInputElement>('#toetsen-aan');
const rows = [...document.querySelectorAll<HTMLElement>('[data-rij]')];

/** A browser may refuse storage; then the switch and the place last as long as the page. */
function store(area: 'localStorage' | 'sessionStorage', key: string, value: string | null): void {
  try { if (value === null) window[area].removeItem(key); else window[area].setItem(key, value); } catch { /* nothing to keep it in */ }
}
function stored(area: 'localStorage' | 'sessionStorage', key: string): string | null {
  try { return window[area].getItem(key); } catch { return null; }
}

/** The row that has the focus, or has something in it that has. */
const current = (): number => rows.findIndex((row) => row.contains(document.activeElement));

function focusRow(at: number): void {
  const row = rows[Math.max(0, Math.min(rows.length - 1, at))];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Presses what carries this key; a reason or a date is opened and gets the focus. */
function press(within: ParentNode, key: string): boolean {
  const target = [...within.querySelectorAll<HTMLElement>('[data-toets]')].find((element) => element.dataset.toets!.split(' ').includes(key));
  if (!target) return false;
  // The place in the queue, for when the answer is given, here or on the page of the pair.
  if (current() >= 0) store('sessionStorage', PLEK, String(current()));
  if (target.tagName !== 'SUMMARY') { target.click(); return true; }
  const details = target.parentElement as HTMLDetailsElement;
  details.open = true;
  details.querySelector<HTMLElement>('select, input:not([type="hidden"])')?.focus();
  return true;
}

function act(key: string): boolean {
  const at = current();
  if (key === '?' && help) { help.open = !help.open; if (help.open) help.querySelector('summary')!.focus(); return true; }
  if (key === 'j' || key === 'k') { if (rows.length > 0) focusRow(at < 0 ? 0 : at + (key === 'j' ? 1 : -1)); return rows.length > 0; }
  if (key === 'v' || key === 'u') return press(document, key);
  const within = rows[at] ?? (rows.length === 0 ? document : undefined);
  return within !== undefined && press(within, key);
}

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), select, textarea, [contenteditable]');
/** Enter on a link, a button or a tick already does something of its own. */
const ownEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' && !(event.target instanceof HTMLElement && event.target.matches('[data-rij]'));

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'Escape' && target instanceof HTMLElement) {
    // Out of a reason or a date that was opened, back to the row.
    const details = target.closest<HTMLDetailsElement>('.oordeel details[open]');
    if (details) { details.open = false; (details.closest<HTMLElement>('[data-rij]') ?? details.querySelector('summary'))?.focus(); }
    return;
  }
  if (toggle?.checked === false || typing(target) || ownEnter(event)) return;
  if (act(key)) event.preventDefault();
});

if (help && toggle) {
  help.hidden = false;
  toggle.checked = stored('localStorage', UIT) === null;
  toggle.addEventListener('change', () => store('localStorage', UIT, toggle.checked ? null : '1'));
}

// After an answer the next one has moved up to the place where the last one stood.
const place = stored('sessionStorage', PLEK);
if (place !== null && rows.length > 0 && new URLSearchParams(location.search).has('gedaan')) focusRow(Number(place));
if (rows.length > 0) store('sessionStorage', PLEK, null);
