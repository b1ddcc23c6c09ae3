import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";

/** One validation rule: what it finds in a model. Its file is named for it. */
export type Rule = (model: Model) => Iterable<Diagnostic>;
