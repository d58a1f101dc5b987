/**
 * The list that follows what one types. The server stays the only one who makes HTML: this fetches the same address
 * and puts the parts named data-deel in the place of the old ones. Any trouble ends in an ordinary page load.
 */
import { startSuggestions } from './suggesties.ts';
import { makeSliders } from './schuiven.ts';

const TYPING_MS = 120;
const form = document.querySelector<HTMLFormElement>('form[data-zoeken]');
const part = (name: string, from: ParentNode = document) => from.querySelector<HTMLElement>(`[data-deel="${name}"]`);
let timer = 0;
let running: AbortController | undefined;
/** The address whose list is in the page; a step to a place within the page is none of ours. */
let shown = location.pathname + location.search;

if (form) start(form);

function start(form: HTMLFormElement): void {
  document.documentElement.dataset.script = 'aan';
  makeSliders();
  startSuggestions(form);
  const typed = (target: EventTarget | null) => target instanceof HTMLInputElement && (target.type === 'search' || target.type === 'text') && target.form === form;
  document.addEventListener('input', (event) => {
    if (!typed(event.target)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => load(addressOf(form), 'replace'), TYPING_MS);
  });
  document.addEventListener('change', (event) => {
    const control = event.target as HTMLInputElement;
    // What was typed has been followed already.
    if (control.form !== form || typed(control)) return;
    clearTimeout(timer);
    load(addressOf(form), 'push');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    // On a small screen the filters hide the list: who is ready with them wants to see it.
    if ((event.submitter as Element | null)?.matches('.klaar')) { document.getElementById('filters')?.removeAttribute('open'); part('lijst')?.scrollIntoView(); }
    load(addressOf(form), 'push');
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || !follows(event, link, form)) return;
    event.preventDefault();
    clearTimeout(timer);
    load(link.href, 'push', true);
  });
  window.addEventListener('popstate', () => { if (location.pathname + location.search !== shown) load(location.href, 'none', true); });
}

/** A plain click on a link within the list: a chip, a page number, a way out. */
function follows(event: MouseEvent, link: HTMLAnchorElement, form: HTMLFormElement): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  return plain && link.closest('[data-deel]') !== null && link.origin === location.origin && link.pathname === new URL(form.action).pathname;
}

/** The address of what the form asks now, without what is empty. */
function addressOf(form: HTMLFormElement): string {
  const params = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [])));
  const query = params.toString();
  return form.action + (query ? `?${query}` : '');
}

/** @param follow whether the form must say what the address says, since the address did not come from the form */
async function load(address: string, step: 'push' | 'replace' | 'none', follow = false): Promise<void> {
  // Typing is one step, however many letters; every choice is a step of its own for the back button.
  if (step === 'push' && address !== location.href) history.pushState(null, '', address);
  if (step === 'replace') history.replaceState(null, '', address);
  shown = location.pathname + location.search;
  running?.abort();
  const mine = (running = new AbortController());
  part('lijst')?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal: mine.signal });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'), follow);
  } catch {
    if (!mine.signal.aborted) location.assign(address);
  }
}

function show(page: Document, follow: boolean): void {
  const field = document.querySelector<HTMLInputElement>('#q');
  const asked = page.querySelector<HTMLInputElement>('#q');
  if (follow && field && asked) field.value = asked.value;
  const focus = document.activeElement;
  const swapped = focus?.closest('[data-deel]');
  for (const name of ['stand', 'filters', 'lijst']) {
    const [old, fresh] = [part(name), part(name, page)];
    if (!old || !fresh) throw new Error(name);
    const open = [...old.querySelectorAll('details[open]')].map((item) => item.id);
    old.replaceChildren(...fresh.childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    old.removeAttribute('aria-busy');
  }
  document.title = page.title;
  makeSliders();
  if (focus && swapped) refocus(focus);
}

/** Back to the same control in the new parts, with what was typed since; where it is gone, to the list itself. */
function refocus(focus: Element): void {
  const { name, value } = focus as HTMLInputElement;
  const same = focus.id ? document.getElementById(focus.id) : name ? document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`) : null;
  if (!same) {
    const list = part('lijst')!;
    list.focus({ preventScroll: true });
    if (list.getBoundingClientRect().top < 0) list.scrollIntoView();
    return;
  }
  same.focus({ preventScroll: true });
  if (focus instanceof HTMLInputElement && same instanceof HTMLInputElement && focus.type === 'text') {
    same.value = value;
    same.setSelectionRange(focus.selectionStart, focus.selectionEnd);
  }
}
