/** Keeping someone in mind without leaving the page. On any doubt the form is sent in the ordinary way. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-favoriet]')) return;
  event.preventDefault();
  void save(form);
});

async function save(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const id = body.get('kandidaat')!;
  const stap = form.querySelector<HTMLButtonElement>('button')!.value;
  const wanted = stap === 'bewaar';
  body.set('stap', stap);
  show(id, wanted);
  try {
    // The button says that it is kept at once, so that must hold for who goes on to another page at once.
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error', keepalive: true });
    const { bewaard, naar } = (await answer.json()) as { bewaard: boolean; naar: string };
    // There is a note that would be lost: the list of favourites asks first.
    if (bewaard !== wanted) location.assign(naar);
  } catch {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'stap', value: stap }));
    form.submit();
  }
}

/** Every button for this person: a profile has one beside the portrait and one at the bottom of a small screen. */
function show(id: string, bewaard: boolean): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-favoriet]')) {
    const button = form.querySelector('button')!;
    if (new FormData(form).get('kandidaat') !== id) continue;
    button.value = bewaard ? 'verwijder' : 'bewaar';
    button.classList.toggle('aan', bewaard);
    button.querySelector('[data-woord]')!.textContent = bewaard ? 'Bewaard' : 'Bewaar';
  }
}
export {};
