declare namespace App {
  interface Locals {
    actor: import('./domain/gebruiker/gebruiker.ts').Actor;
    /** Reference number on the page "er ging iets mis"; the log has the rest. */
    foutnummer?: string;
  }
}
