import type { Protocol } from "../knowledge/protocols.js";

/** Something that generated code refers to: an export of a generated file or of a package. */
export interface EmitSymbol {
  readonly name: string;
  /** A file of the generated package, as `src/types.ts`, or a package specifier, as `@tsmith/runtime/client`. */
  readonly module: string;
  /** True for what exists only in types: imported with `import type`. */
  readonly typeOnly: boolean;
}

export type RuntimeModule =
  | "aws"
  | "aws/customisations"
  | "aws/sigv4"
  | "bindings"
  | "bindings/xml"
  | "checksum"
  | "checksum/server"
  | "cli"
  | "client"
  | "codec"
  | "codec/cbor"
  | "codec/query"
  | "codec/text"
  | "codec/xml"
  | "compression"
  | "compression/server"
  | "errors"
  | "event-stream"
  | "http"
  | "node"
  | `protocols/${Protocol["room"]}/client`
  | `protocols/${Protocol["room"]}/server`
  | "regex"
  | "server"
  | "validate";

/** A value that `@tsmith/runtime/<module>` exports. */
export function runtimeValue(module: RuntimeModule, name: string): EmitSymbol {
  return { name, module: `@tsmith/runtime/${module}`, typeOnly: false };
}

/** A type that `@tsmith/runtime/<module>` exports. */
export function runtimeType(module: RuntimeModule, name: string): EmitSymbol {
  return { name, module: `@tsmith/runtime/${module}`, typeOnly: true };
}

/** Whether the module is a file of the generated package. */
export function isGeneratedModule(module: string): boolean {
  return module.startsWith("src/") || module.startsWith("test/");
}
