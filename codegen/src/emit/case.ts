/** Splits a name into its words: `BatchGetHTTPUrl2` is batch, get, http, url2. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `batchCheckLayerAvailability`: the first word in lower case, the rest as the model writes it. */
export function camelCase(name: string): string {
  const [first = "", ...rest] = wordsOf(name);
  return identifier(first.toLowerCase() + rest.map(upperFirst).join(""));
}

/** `Ecr` of `ECR`, `CloudWatchLogs` of `CloudWatch Logs`. */
export function pascalCase(name: string): string {
  return identifier(
    wordsOf(name)
      .map((word) => (/^[A-Z0-9]+$/.test(word) && word.length > 1 ? upperFirst(word.toLowerCase()) : upperFirst(word)))
      .join(""),
  );
}

/** `batch-check-layer-availability`. */
export function kebabCase(name: string): string {
  const words = wordsOf(name);
  // A name of the model always has a letter or a digit; a title need not.
  return words.length === 0 ? "unnamed" : words.map((word) => word.toLowerCase()).join("-");
}

/** The name with its first letter in upper case. */
export function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function identifier(name: string): string {
  return /^[A-Za-z_$]/.test(name) ? name : `_${name === "" ? "unnamed" : name}`;
}
