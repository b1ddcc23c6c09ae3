/** The version of tsmith, and of the `@tsmith/runtime` that its generated code calls. */
export const tsmithVersion = "0.1.0";
