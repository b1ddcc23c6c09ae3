/**
 * Why a text is no Base64, in the words of Java's strict decoder; undefined when it is. A last unit of four without padding is
 * fine.
 */
export function base64Problem(text: string): string | undefined {
  const illegal = /[^A-Za-z0-9+/=]/.exec(text);
  const padding = text.indexOf("=");
  if (illegal !== null && (padding < 0 || illegal.index < padding)) {
    return `Illegal base64 character ${text.charCodeAt(illegal.index).toString(16)}`;
  }
  const digits = padding < 0 ? text.length : padding;
  const rest = digits % 4;
  if (padding >= 0) {
    const wanted = rest === 2 ? "==" : "=";
    if (rest < 2 || !text.startsWith(wanted, padding)) return "Input byte array has wrong 4-byte ending unit";
    const end = padding + wanted.length;
    return end < text.length ? `Input byte array has incorrect ending byte at ${end}` : undefined;
  }
  return rest === 1 ? "Last unit does not have enough valid bits" : undefined;
}
