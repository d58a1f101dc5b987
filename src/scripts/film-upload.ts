/**
 * Sends a film in pieces (tus), so that a line that drops costs one piece and not the film. Without this file the form
 * sends the film itself, in one go.
 */

const STUK = 8 * 1024 * 1024;
const MAX = 500 * 1024 * 1024;
const PROCENT = new Intl.NumberFormat('nl-NL', { style: 'percent' });

const form = document.querySelector<HTMLFormElement>('form[data-film]');
const keuze = form?.querySelector<HTMLInputElement>('input[type="file"]');
const verwijzing = form?.querySelector<HTMLInputElement>('input[name="upload"]');
const balk = form?.querySelector<HTMLProgressElement>('progress');
const gezegd = form?.querySelector<HTMLElement>('[aria-live]');
const knop = form?.querySelector<HTMLButtonElement>('button');

let said = -1;
/** Spoken every quarter, shown all the time: a reader would otherwise hear nothing else. */
function show(part: number): void {
  balk!.hidden = false;
  balk!.value = part;
  const quarter = Math.floor(part * 4);
  if (quarter > said) { said = quarter; gezegd!.textContent = `${PROCENT.format(part)} verstuurd`; }
}

function stop(text: string): void {
  gezegd!.textContent = text;
  balk!.hidden = true;
  knop!.disabled = false;
  said = -1;
}

async function send(film: File): Promise<void> {
  // Only who sends a film fetches what sends it.
  const { Upload } = await import('tus-js-client');
  const upload = new Upload(film, {
    endpoint: form!.dataset.upload!, chunkSize: STUK, retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000],
    metadata: { kandidaat: form!.dataset.film! }, removeFingerprintOnSuccess: true,
    // The same file for somebody else is another upload.
    fingerprint: async ({ name, size, lastModified }: File) => `film-${form!.dataset.film}-${name}-${size}-${lastModified}`,
    onProgress: (sent, total) => show(total ? sent / total : 0),
    onError: () => stop('De verbinding viel weg. Druk nog eens op de knop: de film gaat verder waar hij bleef.'),
    onSuccess: () => {
      gezegd!.textContent = 'De film is verstuurd en wordt bewaard.';
      verwijzing!.value = upload.url!.split('/').pop()!;
      keuze!.value = '';
      form!.submit();
    },
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
}

if (form && keuze && verwijzing && balk && gezegd && knop) {
  form.addEventListener('submit', (event) => {
    const film = keuze.files?.[0];
    if (!film) return;
    event.preventDefault();
    if (film.size > MAX) return stop('Deze film is te groot. Een film mag hoogstens 500 MB zijn.');
    knop.disabled = true;
    show(0);
    send(film).catch(() => stop('Het versturen begint niet. Controleer de verbinding en druk nog eens op de knop.'));
  });
}

export {};
