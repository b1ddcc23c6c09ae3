export { cappedPattern } from "./capped-pattern.js";
export { linearPattern, type Matcher } from "./linear-pattern.js";
