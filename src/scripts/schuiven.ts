/** Puts a slider over the options of a select. The select stays, out of sight, and is what the form sends. */
export function makeSliders(): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-schuif]')) {
    const range = document.createElement('input');
    const label = document.querySelector<HTMLLabelElement>(`label[for="${select.id}"]`);
    if (!label || select.hidden) continue;
    Object.assign(range, { type: 'range', id: `${select.id}-schuif`, min: '0', max: String(select.options.length - 1), step: '1', value: String(select.selectedIndex) });
    const output = Object.assign(document.createElement('output'), { htmlFor: range.id });
    const show = () => {
      const text = select.options[Number(range.value)]?.text ?? '';
      output.textContent = text;
      range.setAttribute('aria-valuetext', text);
    };
    range.addEventListener('input', show);
    range.addEventListener('change', () => { select.selectedIndex = Number(range.value); select.dispatchEvent(new Event('change', { bubbles: true })); });
    label.htmlFor = range.id;
    select.hidden = true;
    select.after(output, range);
    show();
  }
}
