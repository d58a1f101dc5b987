/** The print button: there is none without a script, since the browser's own menu prints as well. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-afdrukken]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
export {};
