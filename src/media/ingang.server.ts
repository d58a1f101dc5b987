/** Which requests bring a file. Apart from what takes the file in, which is loaded when the first one comes. */
import type { IncomingMessage } from 'node:http';
import { boundaryOf } from './multipart.server.ts';

/** Forms with files, with the id of the kandidaat they are for; a kandidaat's own form names nobody. */
export const FORMULIER = /^\/(?:kandidaten\/([^/?]+)|ik)\/media(?:\?|$)/;
export const UPLOADPAD = '/media/upload';
const UPLOADPADEN = [UPLOADPAD, '/ik/media/upload'];

/** Whether a request is for the upload server. @param url path and query */
export function isUpload(url: string): boolean {
  const [pad] = url.split('?');
  return UPLOADPADEN.some((waar) => pad === waar || pad!.startsWith(`${waar}/`));
}

/** Whether a request may bring a file, and so may take longer than a page. */
export function brengtBestand({ method, url = '', headers }: IncomingMessage): boolean {
  return isUpload(url) || (method === 'POST' && FORMULIER.test(url) && boundaryOf(headers['content-type']) !== undefined);
}
