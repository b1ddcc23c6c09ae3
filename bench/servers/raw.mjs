// node:http by hand: reads the body, parses it, answers the same bytes. No validation, no request identifier.
import { createServer } from "node:http";
import { checkLayers, report } from "./handler.mjs";

report(
  createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const input = JSON.parse(Buffer.concat(chunks).toString());
      const text = JSON.stringify(await checkLayers(input.layerDigests));
      response.writeHead(200, {
        "Content-Type": "application/x-amz-json-1.1",
        "Content-Length": Buffer.byteLength(text),
      });
      response.end(text);
    });
  }),
);
