/** JSON with two spaces and a final line break, as prettier leaves a `package.json`. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
