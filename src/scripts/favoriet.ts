/** Keeping someone in mind without leaving the page. On any doubt the form is sent in the ordinary way. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  const button = form.querySelector<HTMLButtonElement>('button[name=stap]');
  if (!form.matches('[data-favoriet]') || !button) return;
  event.preventDefault();
  void save(form, button);
});

async function save(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  body.set('stap', button.value);
  const wanted = button.value === 'bewaar';
  show(button, wanted);
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' }, redirect: 'error' });
    const { bewaard, naar } = (await answer.json()) as { bewaard: boolean; naar: string };
    // There is a note that would be lost: the list of favourites asks first.
    if (bewaard !== wanted) { show(button, bewaard); location.assign(naar); }
  } catch {
    show(button, !wanted);
    const stap = Object.assign(document.createElement('input'), { type: 'hidden', name: 'stap', value: wanted ? 'bewaar' : 'verwijder' });
    form.append(stap);
    form.submit();
  }
}

function show(button: HTMLButtonElement, bewaard: boolean): void {
  button.value = bewaard ? 'verwijder' : 'bewaar';
  button.classList.toggle('aan', bewaard);
  const word = button.querySelector('[data-woord]');
  if (word) word.textContent = bewaard ? 'Bewaard' : 'Bewaar';
}
export {};
