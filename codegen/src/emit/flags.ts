import { kebabCase } from "./case.js";
import type { StructureShape } from "../shapes/shape.js";

/** Flags of an operation's input members, in model order: `repository-name` to `repositoryName`. */
export function flagsOf(input: StructureShape): { readonly [flag: string]: string } {
  const flags = new Map<string, string>();
  for (const member of input.members.keys()) {
    let flag = kebabCase(member);
    while (flags.has(flag)) flag += "_";
    flags.set(flag, member);
  }
  return Object.fromEntries(flags);
}
