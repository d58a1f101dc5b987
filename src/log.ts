/** Structured logs: one JSON object a line, with a request id and without personal data. */
import pino from 'pino';

export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime });
