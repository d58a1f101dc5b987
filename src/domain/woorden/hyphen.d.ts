/** What we use of the package hyphen, which ships no types. */
declare module 'hyphen/nl/index.js' {
  const dutch: { hyphenateSync: (text: string, options?: { hyphenChar?: string; minWordLength?: number }) => string };
  export default dutch;
}
