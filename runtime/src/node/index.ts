export { dispatcherTransport, type RequestDispatcher } from "./dispatcher-transport.js";
export { httpTransport, type HttpTransportOptions } from "./http-transport.js";
export { nodeListener, type NodeListenerOptions } from "./listener.js";
export { closeGracefully, createNodeServer, type NodeServerOptions } from "./node-server.js";
export { socketTransport, type SocketTransportOptions } from "./socket-transport.js";
