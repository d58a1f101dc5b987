/**
 * Makes tokens of a text area with words, with suggestions from the vocabulary (a combobox with a list, as in the
 * ARIA practices). The text area stays the field that is sent, so that saving knows one way only.
 */
export {};

const WAIT_MS = 150;

for (const field of document.querySelectorAll<HTMLElement>('[data-woorden]')) enhance(field);

function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string>, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

function enhance(field: HTMLElement): void {
  const area = field.querySelector('textarea')!;
  if (area.matches(':disabled')) return;
  const soort = field.dataset.woorden!;
  const id = area.id;
  const label = field.querySelector('label')!.firstChild!.textContent!.trim().replace(/\?$/, '');
  const tokens = make('ul', { class: 'tokens', 'aria-label': `Gekozen bij: ${label}` });
  const input = make('input', { type: 'text', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-keuze`, autocomplete: 'off', autocapitalize: 'none', 'aria-describedby': area.getAttribute('aria-describedby') ?? '' });
  const list = make('ul', { id: `${id}-keuze`, role: 'listbox', class: 'keuzelijst', 'aria-label': `Suggesties bij: ${label}`, hidden: '' });
  const said = make('p', { class: 'visually-hidden', role: 'status' });
  let options: string[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  const words = () => area.value.split('\n').map((word) => word.trim()).filter((word) => word !== '');

  function set(next: readonly string[], spoken: string): void {
    area.value = next.join('\n');
    said.textContent = spoken;
    draw();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function add(text: string): void {
    const known = words();
    const fresh = text.split(/[,;\n]/).map((word) => word.trim()).filter((word, at, all) => word !== '' && !known.includes(word) && all.indexOf(word) === at);
    input.value = '';
    close();
    if (fresh.length > 0) set([...known, ...fresh], `${fresh.join(', ')} toegevoegd.`);
  }

  function remove(word: string): void {
    const at = words().indexOf(word);
    set(words().filter((other) => other !== word), `${word} weggehaald.`);
    // The button that had the focus is gone: the next one, or the field.
    (tokens.children[Math.min(at, tokens.children.length - 1)]?.querySelector('button') ?? input).focus();
  }

  function draw(): void {
    tokens.replaceChildren(...words().map((word) => {
      const item = make('li', { class: 'token' }, word);
      const button = make('button', { type: 'button', 'aria-label': `Haal ${word} weg` }, '×');
      button.addEventListener('click', () => remove(word));
      item.append(button);
      return item;
    }));
    tokens.hidden = tokens.children.length === 0;
  }

  function close(): void {
    clearTimeout(timer);
    running?.abort();
    options = [];
    active = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(next: number): void {
    active = (next + options.length) % options.length;
    [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === active)));
    input.setAttribute('aria-activedescendant', `${id}-keuze-${active}`);
    list.children[active]!.scrollIntoView({ block: 'nearest' });
  }

  async function suggest(): Promise<void> {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(`/api/woorden?${new URLSearchParams({ soort, q: input.value.trim() })}`, { signal: running.signal });
      const found = answer.ok ? ((await answer.json()) as string[]) : [];
      options = found.filter((word) => !words().includes(word));
    } catch {
      return;
    }
    active = -1;
    list.replaceChildren(...options.map((word, at) => make('li', { id: `${id}-keuze-${at}`, role: 'option', 'aria-selected': 'false' }, word)));
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    input.removeAttribute('aria-activedescendant');
  }

  input.addEventListener('input', (event) => {
    // What is being typed is no word yet: only a token counts as a change.
    event.stopPropagation();
    if (/[,;]\s*$/.test(input.value)) return add(input.value);
    clearTimeout(timer);
    if (soort !== 'vrij' && input.value.trim().length >= 2) timer = setTimeout(() => { void suggest(); }, WAIT_MS);
    else close();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') { event.preventDefault(); add(options[active] ?? input.value); }
    else if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); close(); }
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) { event.preventDefault(); choose(active < 0 && event.key === 'ArrowUp' ? options.length - 1 : active + (event.key === 'ArrowDown' ? 1 : -1)); }
  });
  input.addEventListener('blur', () => add(input.value));
  // Before the field loses the focus, or what was typed would be added instead of what was chosen.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const word = (event.target as HTMLElement).closest('li')?.textContent;
    if (word) add(word);
  });

  const invalid = area.getAttribute('aria-invalid');
  if (invalid) input.setAttribute('aria-invalid', invalid);
  area.id = `${id}-tekst`;
  area.hidden = true;
  input.id = id;
  const box = make('div', { class: 'woordvak' });
  box.append(input, list);
  area.after(tokens, box, said);
  draw();
}
