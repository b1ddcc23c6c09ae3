import type { SourceFileStructure } from "ts-morph";

/** A file that an emitter wants to exist, as plain data. Paths are relative to the package's root, with `/`. */
export type FilePlan = TypeScriptFilePlan | TextFilePlan | JsonFilePlan | OpenApiTypesFilePlan;

/** Declarations as ts-morph structures, bodies as strings; `print` turns it into text. */
export interface TypeScriptFilePlan {
  readonly kind: "typescript";
  readonly path: string;
  readonly structure: SourceFileStructure;
}

/** A text written as it is, line ends `\n`. */
export interface TextFilePlan {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
  /** True for a program that people start by its path. */
  readonly executable?: boolean | undefined;
}

/** A JSON value, printed with two spaces and a final line break. */
export interface JsonFilePlan {
  readonly kind: "json";
  readonly path: string;
  readonly value: unknown;
}

/** TypeScript types of an OpenAPI document, made by openapi-typescript. */
export interface OpenApiTypesFilePlan {
  readonly kind: "openapi-types";
  readonly path: string;
  readonly document: unknown;
}
