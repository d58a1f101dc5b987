/** Choosing the middle of a photo by pointing at it. The two number fields do the same without this file. */

const keuze = document.querySelector<HTMLElement>('.focuskeuze');
const punt = keuze?.querySelector<SVGCircleElement>('circle');
const velden = { x: document.querySelector<HTMLInputElement>('#focusX'), y: document.querySelector<HTMLInputElement>('#focusY') };

function draw(): void {
  punt!.setAttribute('cx', `${velden.x!.value}%`);
  punt!.setAttribute('cy', `${velden.y!.value}%`);
}

if (keuze && punt && velden.x && velden.y) {
  keuze.addEventListener('click', (event) => {
    const { left, top, width, height } = keuze.getBoundingClientRect();
    const part = (at: number, start: number, length: number) => String(Math.round(Math.min(Math.max((at - start) / length, 0), 1) * 100));
    velden.x!.value = part(event.clientX, left, width);
    velden.y!.value = part(event.clientY, top, height);
    draw();
  });
  for (const veld of Object.values(velden)) veld!.addEventListener('input', draw);
}

export {};
