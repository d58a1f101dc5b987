/** The search field as a combobox with a list (WAI-ARIA Authoring Practices: list autocomplete, manual selection). */
type Suggestie = { tekst: string; soort: string };

const WAIT_MS = 120;
const SOORT: Record<string, string> = { beroep: 'Beroep', vaardigheid: 'Kan', plaats: 'Plaats' };
const cache = new Map<string, Suggestie[]>();

/** Starts on the field of this form, where the page asks for it. */
export function startSuggestions(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('[data-suggesties]');
  const list = form.querySelector<HTMLElement>('[role=listbox]');
  if (!field || !list) return;
  const address = field.dataset.suggesties!;
  let shown: Suggestie[] = [];
  let at = -1;
  let timer = 0;
  /** Closing the list also closes it for an answer that is on its way. */
  let turn = 0;

  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) field.setAttribute(name, value);

  const point = (to: number) => {
    at = to;
    [...list.children].forEach((item, nr) => item.setAttribute('aria-selected', String(nr === at)));
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else { field.setAttribute('aria-activedescendant', list.children[at]!.id); list.children[at]!.scrollIntoView({ block: 'nearest' }); }
  };
  const open = (items: Suggestie[]) => {
    turn++;
    clearTimeout(timer);
    shown = items;
    list.replaceChildren(...items.map((item, nr) => option(item, `${list.id}-${nr}`)));
    list.hidden = items.length === 0;
    field.setAttribute('aria-expanded', String(items.length > 0));
    point(-1);
  };
  const choose = (item: Suggestie) => {
    open([]);
    take(form, field, item);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const mine = ++turn;
      const typed = field.value;
      const items = await fetchSuggestions(address, typed);
      if (mine === turn && field.value === typed && document.activeElement === field) open(items.filter((item) => item.tekst.toLowerCase() !== typed.trim().toLowerCase()));
    }, WAIT_MS);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') { if (!list.hidden) event.preventDefault(); open([]); }
    else if (list.hidden) return;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); point(((at + (event.key === 'ArrowDown' ? 1 : -1) + 1 + shown.length + 1) % (shown.length + 1)) - 1); }
    else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); choose(shown[at]!); }
  });
  field.addEventListener('blur', () => open([]));
  form.addEventListener('submit', () => open([]));
  // Before the field loses the focus, which closes the list.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const nr = [...list.children].indexOf((event.target as Element).closest('[role=option]')!);
    if (nr >= 0) choose(shown[nr]!);
  });
}

/** Words go into the field; a place goes where distance is measured from. */
function take(form: HTMLFormElement, field: HTMLInputElement, { tekst, soort }: Suggestie): void {
  const place = form.elements.namedItem('plaats') as HTMLInputElement | null;
  const distance = form.elements.namedItem('afstand') as HTMLSelectElement | null;
  if (soort === 'plaats' && place && distance) {
    place.value = tekst;
    if (distance.value === '') distance.value = '15';
    field.value = '';
  } else field.value = tekst;
  form.requestSubmit();
}

function option({ tekst, soort }: Suggestie, id: string): HTMLLIElement {
  const item = Object.assign(document.createElement('li'), { id });
  item.setAttribute('role', 'option');
  const kind = Object.assign(document.createElement('small'), { textContent: SOORT[soort] ?? '' });
  item.append(tekst, ' ', kind);
  return item;
}

/** Nothing when it is too little to go on, or when the server does not answer: suggestions are a help, no need. */
async function fetchSuggestions(address: string, typed: string): Promise<Suggestie[]> {
  const key = typed.trim().toLowerCase();
  if (key.length < 2) return [];
  const known = cache.get(key);
  if (known) return known;
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: key })}`);
    const { suggesties } = (await answer.json()) as { suggesties: Suggestie[] };
    // An answer to too many questions says nothing about these letters.
    if (answer.ok) cache.set(key, suggesties);
    return suggesties;
  } catch {
    return [];
  }
}
