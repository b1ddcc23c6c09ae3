/** The width at which generated code is wrapped, and prettier's `printWidth` for it. */
export const printWidth = 120;
