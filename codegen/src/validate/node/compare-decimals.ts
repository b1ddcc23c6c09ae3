export { compareDecimals } from "../../shapes/compare-decimals.js";
