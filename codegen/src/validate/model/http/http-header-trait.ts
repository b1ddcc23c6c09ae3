import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { stringTrait } from "../../../knowledge/traits.js";
import { groupBy } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import type { RootShape, Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "HttpHeaderTrait";

/** Headers that belong to the protocol beneath ("httpHeader trait", "Restricted HTTP headers"). */
const restricted: ReadonlySet<string> = new Set([
  "authorization",
  "connection",
  "content-length",
  "expect",
  "host",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "www-authenticate",
  "x-forwarded-for",
]);

/** `HttpHeaderTrait`: headers have legal names, and one structure binds each once ("httpHeader trait"). */
export function* httpHeaderTraitRule(model: Model): Iterable<Diagnostic> {
  const structures = new Set<RootShape>();
  for (const member of modelIndex(model).withTrait("smithy.api#httpHeader")) {
    const container = rootOf(model, member);
    if (container?.kind === "structure") structures.add(container);
    yield* checkName(member);
  }
  for (const structure of structures) yield* checkRepeated(structure);
}

function* checkName(member: Shape): Iterable<Diagnostic> {
  const trait = member.traits.get("smithy.api#httpHeader");
  const header = stringTrait(member, "smithy.api#httpHeader") ?? "";
  if (restricted.has(header.toLowerCase())) {
    yield shapeFinding("DANGER", code, member, `\`${header}\` is not an allowed HTTP header binding`, trait);
  } else if (!/^[\w!#$%&'*+.^`|~-]*$/.test(header)) {
    const message = `\`${header}\` is not a valid HTTP header field name according to section 5.6.2 of RFC 9110`;
    yield shapeFinding("DANGER", code, member, message, trait);
  }
}

function* checkRepeated(structure: RootShape): Iterable<Diagnostic> {
  const byHeader = groupBy(structure.members.values(), (member) =>
    stringTrait(member, "smithy.api#httpHeader")?.toLowerCase(),
  );
  for (const [header, members] of byHeader) {
    if (members.length < 2) continue;
    const names = members.map(({ name }) => name);
    const message = `\`httpHeader\` field name binding conflicts found for the \`${header}\` header in the following structure members: ${tickedList(names)}`;
    yield shapeFinding("ERROR", code, structure, message);
  }
}
