/**
 * Makes the rekenhulp live: the same GET form is asked again while someone types, and its outcome is put in place.
 * The server does all the counting and all the checking; without this file the button does the same.
 */

const WAIT_MS = 350;
/** Without these there is nothing to count yet. */
const NEEDED = ['leeftijd', 'urenPerWeek', 'loonwaarde'];

const form = document.querySelector<HTMLFormElement>('form[action^="/rekenhulp"]');
const outcome = document.querySelector<HTMLElement>('#uitkomst');
const spoken = document.querySelector<HTMLElement>('#uitkomst-gezegd');

let timer: ReturnType<typeof setTimeout> | undefined;
let running: AbortController | undefined;

async function refresh(): Promise<void> {
  const query = new URLSearchParams(new FormData(form!) as never);
  if (NEEDED.some((naam) => !query.get(naam)?.trim())) return;
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(`/rekenhulp?${query}`, { signal: running.signal, headers: { accept: 'text/html' } });
    if (answer.status !== 200 && answer.status !== 422) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    showErrors(page);
    outcome!.replaceChildren(...page.querySelector('#uitkomst')!.childNodes);
    spoken!.textContent = outcome!.querySelector('#uitkomst-kop')?.textContent ?? '';
    history.replaceState(null, '', `/rekenhulp?${query}`);
  } catch {
    // Offline, or overtaken by the next change: what stands there stays, and the button still works.
  }
}

/** Copies what is wrong per field, without touching the fields themselves: someone may be typing in one. */
function showErrors(page: Document): void {
  for (const own of form!.querySelectorAll<HTMLElement>('.field')) {
    const input = own.matches('fieldset') ? own : own.querySelector<HTMLElement>('input')!;
    const theirs = page.getElementById(input.id)?.closest('.field');
    if (!theirs) continue;
    own.classList.toggle('bad', theirs.classList.contains('bad'));
    own.querySelector('.fout')?.remove();
    const message = theirs.querySelector('.fout');
    if (message) (own.querySelector('.hint') ?? own.querySelector('label, legend'))!.after(message);
    const answered = page.getElementById(input.id)!;
    for (const name of ['aria-invalid', 'aria-describedby']) {
      const value = answered.getAttribute(name);
      if (value === null) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  }
  // The summary belongs to an answer to the button; while typing the message at the field is enough.
  form!.querySelector('[role="alert"]')?.remove();
}

if (form && outcome && spoken) {
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { void refresh(); }, WAIT_MS);
  });
}
