import type { Model } from "../../shapes/model.js";
import { rootOf } from "../../shapes/model-index.js";
import type { Shape } from "../../shapes/shape.js";

/** Members of enums and intEnums are named in capitals with underscores, which rules for other names leave alone. */
export function isEnumMember(model: Model, shape: Shape): boolean {
  if (shape.kind !== "member") return false;
  const kind = rootOf(model, shape)?.kind;
  return kind === "enum" || kind === "intEnum";
}
