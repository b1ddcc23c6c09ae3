/** Words of the language, and globals that generated code uses: an exported name that hides one would change its meaning. */
export const reservedNames: readonly string[] = [
  ..."abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield".split(
    " ",
  ),
  ..."Array BigInt Boolean Date Error Infinity Int8Array JSON Map Math NaN Number Object Promise Proxy Readonly ReadonlyArray ReadableStream Record Partial Required Pick Omit Reflect RegExp Request Response Set String Symbol TextDecoder TextEncoder URL Uint8Array WeakMap console globalThis isFinite isNaN parseFloat parseInt process Awaited AsyncIterable Iterable Headers AbortSignal Buffer Function".split(
    " ",
  ),
];

/**
 * Names of variables and parameters in generated bodies. An exported value with such a name would be hidden there. Emitters
 * name their variables from this list, or after members of the model where nothing exported is used beside them.
 */
export const localNames: readonly string[] =
  "answer args body call client code config constraint context count definition depth description draft entry error errors failure failures form found group handlers headers index input instance item items json key left length list map member members message messages name node object operation operations options output parameters parts path pattern payload protocol query protocols reader receive report request response result results rest schema server service set size source start state status text token type types unit url value values version writer xml".split(
    " ",
  );

/** `import()` would take a module that exports `then` for a promise, and call it. */
export const forbiddenExports: ReadonlySet<string> = new Set(["then"]);

/** Names that every object has, that promises take for their own, or that clients and handlers use themselves. */
export const reservedMethods: readonly string[] =
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ catch constructor finally hasOwnProperty isPrototypeOf propertyIsEnumerable prototype then toJSON toLocaleString toString valueOf".split(
    " ",
  );

/** Words of the generated command line itself. */
export const reservedCommands: readonly string[] = ["help"];
