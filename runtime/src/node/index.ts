export { nodeListener, type NodeListenerOptions } from "./listener.js";
export { closeGracefully, createNodeServer, type NodeServerOptions } from "./node-server.js";
