declare module 'webvtt-parser' {
  interface Cue { startTime: number; endTime: number; text: string }
  export class WebVTTParser {
    parse(text: string, mode?: 'subtitles/captions/descriptions'): { cues: Cue[]; errors: { message: string; line: number; col?: number }[] };
  }
}
