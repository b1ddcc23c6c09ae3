/** True for names such as `FOO_1`, which every code generator can take over. */
export function isRecommendedEnumName(name: string): boolean {
  return /^[A-Z]+[A-Z_0-9]*$/.test(name);
}

/** The message for a name that is not recommended. */
export function unusualEnumName(name: string): string {
  return `The name \`${name}\` does not match the recommended enum name format of beginning with an uppercase letter, followed by any number of uppercase letters, numbers, or underscores.`;
}
