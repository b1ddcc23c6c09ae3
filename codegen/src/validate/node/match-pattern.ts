const compiled = new Map<string, RegExp | undefined>();

/** Whether an ECMA 262 expression matches somewhere in a text, with Unicode semantics where it allows them; undefined for one that is none. */
export function matchPattern(pattern: string, text: string): boolean | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern)?.test(text);
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}
