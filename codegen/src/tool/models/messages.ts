import { defineDiagnostic } from "../../diagnostics/define.js";

export const noSuchModel = defineDiagnostic(
  "models/none",
  "ERROR",
  (path: string) => `There is no model file or folder ${path}.`,
);
export const emptyFolder = defineDiagnostic(
  "models/none",
  "ERROR",
  (path: string) => `The folder ${path} has no model files: none ends in .smithy or .json.`,
);
export const emptyPattern = defineDiagnostic(
  "models/none",
  "ERROR",
  (pattern: string) => `No file matches ${pattern}.`,
);
export const emptyPackage = defineDiagnostic(
  "models/none",
  "ERROR",
  (name: string) =>
    `The package ${name} has no models: neither META-INF/smithy/manifest, nor a smithy-build.json with sources, nor a folder model.`,
);
export const notUtf8 = defineDiagnostic(
  "models/not-utf-8",
  "ERROR",
  (path: string) => `${path} is not UTF-8 text, as models are.`,
);
