/** Words of the language, and globals that generated code uses: an exported name that hides one would change its meaning. */
export const reservedNames: readonly string[] = [
  ..."abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield".split(
    " ",
  ),
  ..."Array BigInt Boolean Date Error Infinity Int8Array JSON Map Math NaN Number Object Promise Proxy Readonly ReadonlyArray ReadableStream Record Partial Required Pick Omit Reflect RegExp Request Response Set String Symbol TextDecoder TextEncoder URL Uint8Array WeakMap console globalThis isFinite isNaN parseFloat parseInt process Awaited AsyncIterable Iterable Headers AbortSignal Buffer Function".split(
    " ",
  ),
];
