export { nodeListener, type NodeListenerOptions } from "./listener.js";
export { closeGracefully, createNodeServer, type NodeServerOptions } from "./node-server.js";
export { socketTransport, type SocketTransportOptions } from "./socket-transport.js";
