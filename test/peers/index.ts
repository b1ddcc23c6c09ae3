export { runPeers, UnknownNames } from "./main.js";
