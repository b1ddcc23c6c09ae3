/** Characters below 128 that may stand in a name, by code (XML 1.0, production NameChar); 2 for those that may begin one. */
const nameCharacters = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_:]/.test(character) ? 2 : /[\d.-]/.test(character) ? 1 : 0;
});

/**
 * The offset behind the name that begins at `start`; `start` where there is none. All characters beyond ASCII count as letters: what
 * the model does not name is left out anyway.
 */
export function endOfName(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (!(first >= 128 || nameCharacters[first] === 2)) return start;
  let end = start + 1;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code < 128 ? nameCharacters[code] === 0 : Number.isNaN(code)) return end;
  }
}

/** Whether XML counts a character as white space. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** The offset of the first character from `start` on that is no white space. */
export function skipSpace(text: string, start: number): number {
  let offset = start;
  while (isSpace(text.charCodeAt(offset))) offset++;
  return offset;
}
