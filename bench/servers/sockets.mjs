// HTTP by hand over sockets, so that a comparison of clients measures the clients: reads the body, parses it, answers the same bytes.
import { createServer } from "node:net";
import { checkLayers, report } from "./handler.mjs";

report(
  createServer({ noDelay: true }, (socket) => {
    let received = "";
    socket.setEncoding("utf8");
    socket.on("error", () => socket.destroy());
    socket.on("data", async (chunk) => {
      received += chunk;
      const head = received.indexOf("\r\n\r\n");
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(received)?.[1]);
      if (head < 0 || received.length < head + 4 + length) return;
      const input = JSON.parse(received.slice(head + 4));
      received = "";
      const text = JSON.stringify(await checkLayers(input.layerDigests));
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
      );
    });
  }),
);
