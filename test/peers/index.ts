export { runPeers } from "./main.js";
