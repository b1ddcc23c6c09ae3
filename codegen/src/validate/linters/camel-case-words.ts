/** The words of a camel-case name: `GetHTTPHeader` has `Get`, `HTTP` and `Header`. */
export function camelCaseWords(name: string): readonly string[] {
  return name.split(/(?<!^|[A-Z])(?=[A-Z])|(?<!^)(?=[A-Z][a-z])/);
}
