/**
 * Saves a profile as one goes: fields that changed are posted to the page of the form, and what that page answers is
 * put in place (time, errors, meter, hints, example). The server does all checking; without this file the button does the same.
 */
export {};

const WAIT_MS = 900;
/** After a fault the same is tried again, so that a train tunnel costs nothing. */
const RETRY_MS = 5000;

const form = document.querySelector<HTMLFormElement>('form[data-bewaren]');
if (form) keepSaving(form);

function keepSaving(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>('#bewaard')!;
  const was = form.querySelector<HTMLInputElement>('input[name="was"]')!;
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let leaving: HTMLElement | null = null;

  const later = (ms: number) => { clearTimeout(timer); timer = setTimeout(() => { void save(); }, ms); };

  function body(names: readonly string[]): FormData {
    const data = new FormData();
    for (const [name, value] of new FormData(form)) {
      const input = form.querySelector(`[name="${CSS.escape(name)}"]`);
      if (names.includes(input?.closest<HTMLElement>('[data-veld]')?.dataset.veld ?? '')) data.append(name, value);
    }
    data.set('velden', names.join(' '));
    data.set('was', was.value);
    return data;
  }

  async function save(): Promise<void> {
    if (running || changed.size === 0) return running;
    const names = [...changed];
    changed.clear();
    state.textContent = 'Bewaren…';
    running = send(names).catch(() => {
      for (const name of names) changed.add(name);
      state.textContent = 'Nog niet bewaard: er is geen verbinding. Wat je schreef staat er nog.';
      later(RETRY_MS);
    }).finally(() => {
      running = undefined;
      if (leaving) form.requestSubmit(leaving);
      else if (changed.size > 0) later(WAIT_MS);
    });
    return running;
  }

  async function send(names: readonly string[]): Promise<void> {
    const answer = await fetch(form.action || location.href, { method: 'POST', body: body(names), headers: { accept: 'text/html' } });
    if (answer.status >= 500) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const theirs = page.querySelector<HTMLInputElement>('form[data-bewaren] input[name="was"]');
    if (!theirs) { state.textContent = 'Niet bewaard. Misschien ben je uitgelogd. Log in een ander tabblad in en verander dan iets.'; for (const name of names) changed.add(name); return; }
    // Only of what was sent: of the other fields it still counts what is on this screen.
    const marks = JSON.parse(was.value) as Record<string, string>;
    const kept = JSON.parse(theirs.value) as Record<string, string>;
    for (const name of names) if (kept[name] !== undefined) marks[name] = kept[name];
    was.value = JSON.stringify(marks);
    for (const name of names) showErrors(name, page);
    for (const id of ['volledig', 'hints', 'voorbeeld']) {
      const part = document.getElementById(id);
      // Whoever is reading inside with the keyboard keeps the place.
      if (part && !part.querySelector(':focus')) part.replaceChildren(...(page.getElementById(id)?.childNodes ?? []));
    }
    // The sum at the top belongs to an answer to the button.
    form.querySelector('#melding')!.replaceChildren();
    const wrong = form.querySelectorAll('.fout').length;
    state.textContent = answer.ok ? page.getElementById('bewaard')?.textContent ?? '' : wrong === 1 ? 'Eén veld is nog niet bewaard.' : `${wrong} velden zijn nog niet bewaard.`;
  }

  /** Copies what is wrong at one field, without touching its inputs: someone may be typing there. */
  function showErrors(name: string, page: Document): void {
    const own = form.querySelector(`[data-veld="${name}"]`)!;
    const theirs = page.querySelector(`[data-veld="${name}"]`);
    own.querySelectorAll('.fout').forEach((message) => message.remove());
    for (const field of own.querySelectorAll<HTMLElement>('.field')) {
      const input = field.matches('[id]') ? field : field.querySelector<HTMLElement>('[id]:is(input:not([type="hidden"]), textarea, select)');
      const answered = input && theirs?.querySelector(`#${CSS.escape(input.id)}`);
      const message = answered?.closest('.field')?.querySelector('.fout');
      field.classList.toggle('bad', !!message);
      if (message) (field.querySelector('.hint') ?? field.querySelector('label, legend'))!.after(message);
      for (const attribute of ['aria-invalid', 'aria-describedby']) {
        const value = answered?.getAttribute(attribute);
        if (value) input!.setAttribute(attribute, value);
        else if (attribute === 'aria-invalid') input?.removeAttribute(attribute);
      }
    }
  }

  form.addEventListener('input', (event) => {
    const name = (event.target as HTMLElement).closest<HTMLElement>('[data-veld]')?.dataset.veld;
    if (!name) return;
    changed.add(name);
    later(WAIT_MS);
  });
  // A save that is under way must end first, or it would look as if somebody else had changed these fields.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!running) { changed.clear(); return; }
    event.preventDefault();
    leaving = (event as SubmitEvent).submitter;
  });
  window.addEventListener('pagehide', () => {
    if (changed.size > 0 && !running) void fetch(form.action || location.href, { method: 'POST', body: body([...changed]), keepalive: true });
  });
  addRows(form);
}

/** A button that gives one more empty row of earlier work. */
function addRows(form: HTMLFormElement): void {
  for (const rows of form.querySelectorAll<HTMLElement>('[data-rijen]')) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn small', textContent: 'Nog een regel' });
    button.addEventListener('click', () => {
      const number = rows.children.length + 1;
      const row = rows.lastElementChild!.cloneNode(true) as HTMLElement;
      row.setAttribute('aria-label', `Werk ${number}`);
      for (const input of row.querySelectorAll('input')) Object.assign(input, { value: '', id: `${input.id.split('-')[0]}-${number}` });
      for (const label of row.querySelectorAll('label')) label.htmlFor = `${label.htmlFor.split('-')[0]}-${number}`;
      rows.append(row);
      row.querySelector('input')!.focus();
    });
    rows.after(button);
  }
}
