import type { Definition } from "./protocol-case.js";

/**
 * One definition for each index of `testParameters`, with `$name:L` and `$name:S` of its request and response filled in; the
 * definition itself where it has none (Smithy 2.0, "httpMalformedRequestTests trait").
 */
export function expandParameters(definition: Definition): readonly Definition[] {
  const lists = Object.entries(definition.testParameters ?? {});
  const [first] = lists;
  if (first === undefined) return [withoutEscapes(definition)];
  return first[1].map((_, index) => {
    const values = new Map(lists.map(([name, list]) => [name, list[index] ?? ""]));
    const { request, response, ...rest } = definition;
    return {
      ...rest,
      ...(request === undefined ? {} : { request: fill(request, values) }),
      ...(response === undefined ? {} : { response: fill(response, values) }),
    };
  });
}

/** Definitions without parameters escape dollars of the wanted response in some places, and in others they do not. */
function withoutEscapes(definition: Definition): Definition {
  const { response } = definition;
  return response === undefined ? definition : { ...definition, response: fill(response, new Map()) };
}

function fill<T>(value: T, values: ReadonlyMap<string, string>): T {
  if (typeof value === "string") return fillText(value, values) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => fill(item, values)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [fillText(key, values), fill(item as unknown, values)]);
  return Object.fromEntries(entries) as T;
}

const expression = /\$\$|\$\{?([A-Za-z_]\w*):([LS])\}?/g;

function fillText(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(expression, (whole, name: string | undefined, format: string | undefined) => {
    if (name === undefined) return "$";
    const value = values.get(name);
    if (value === undefined) return whole;
    return format === "S" ? quote(value) : value;
  });
}

/** As a string of Java or JSON: quotes, backslashes and control characters are escaped. */
function quote(value: string): string {
  return JSON.stringify(value);
}
