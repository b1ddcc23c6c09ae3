import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEcrServer } from "@tsmith/ecr/server";
import { batchCheckLayerAvailability } from "@tsmith/ecr/operations";
import { commandLine } from "@tsmith/ecr/cli";
import { verifyRequest } from "@tsmith/runtime/aws";
import { runCommandLine } from "@tsmith/runtime/cli";
import { createClient } from "@tsmith/runtime/client";
import { nodeListener } from "@tsmith/runtime/node";

const digest = "sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8";
const mediaType = "application/vnd.docker.image.rootfs.diff.tar.gzip";
const requestId = "e2422faf-c3c9-11e6-a3ee-63b3b5dcf3b9";
const target = "AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability";
const contentType = "application/x-amz-json-1.1";

const requestBody = `{"layerDigests": ["${digest}"], "repositoryName": "amazonlinux"}`;
const responseBody =
  `{"failures":[],"layers":[{"layerAvailability":"AVAILABLE","layerDigest":"${digest}",` +
  `"layerSize":91768077,"mediaType":"${mediaType}"}]}`;

const output = {
  layers: [{ layerDigest: digest, layerAvailability: "AVAILABLE", layerSize: 91768077, mediaType }],
  failures: [],
} as const;
const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Sends bytes as they are and returns everything up to the end of the body. */
function exchange(port: number, request: string): Promise<{ readonly head: readonly string[]; readonly body: string }> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(request, "latin1"));
    socket.on("error", reject).on("data", (bytes) => {
      received += bytes.toString("latin1");
      const end = received.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (end < 0 || received.length < end + 4 + length) return;
      socket.destroy();
      resolve({ head: received.slice(0, end).split("\r\n"), body: received.slice(end + 4) });
    });
  });
}

describe("the documented call of BatchCheckLayerAvailability", () => {
  it("has the documented sizes", () => {
    expect(requestBody).toHaveLength(126);
    expect(responseBody).toHaveLength(233);
  });

  describe("the server", () => {
    const inputs: unknown[] = [];
    let http: Server;
    let port: number;

    beforeAll(async () => {
      const server = createEcrServer(
        {
          batchCheckLayerAvailability(input) {
            inputs.push(input);
            return output;
          },
        },
        { requestId: () => requestId },
      );
      http = createServer(nodeListener(server));
      port = await listen(http);
    });

    afterAll(() => http.close());

    it("answers the documented request with the documented response, byte for byte", async () => {
      const { head, body } = await exchange(
        port,
        [
          "POST / HTTP/1.1",
          "Host: api.ecr.us-east-1.amazonaws.com",
          "Accept-Encoding: identity",
          "Content-Length: 126",
          `X-Amz-Target: ${target}`,
          "X-Amz-Date: 20161216T195733Z",
          "User-Agent: aws-cli/1.11.22 Python/2.7.12 Darwin/16.3.0 botocore/1.4.79",
          `Content-Type: ${contentType}`,
          "Authorization: AUTHPARAMS",
          "",
          requestBody,
        ].join("\r\n"),
      );
      expect(body).toBe(responseBody);
      const [status, ...headers] = head;
      expect(status).toBe("HTTP/1.1 200 OK");
      expect(headers).toEqual(
        expect.arrayContaining([
          `Content-Type: ${contentType}`,
          "Content-Length: 233",
          `x-amzn-RequestId: ${requestId}`,
          "Connection: keep-alive",
          expect.stringMatching(/^Date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/),
        ]),
      );
      expect(inputs).toEqual([{ repositoryName: "amazonlinux", layerDigests: [digest] }]);
    });
  });

  describe("the client's side", () => {
    const requests: { headers: readonly (readonly [string, string])[]; body: string; path: string; method: string }[] =
      [];
    let http: Server;
    let endpoint: string;

    beforeAll(async () => {
      http = createServer((request, response) => {
        let body = "";
        request
          .setEncoding("utf8")
          .on("data", (text: string) => (body += text))
          .on("end", () => {
            const headers = Object.entries(request.headersDistinct).flatMap(([name, values]) =>
              (values ?? []).map((value) => [name, value] as const),
            );
            requests.push({ headers, body, path: request.url ?? "", method: request.method ?? "" });
            response.writeHead(200, { "Content-Type": contentType, "x-amzn-RequestId": requestId });
            response.end(responseBody);
          });
      });
      endpoint = `http://127.0.0.1:${await listen(http)}`;
    });

    afterAll(() => {
      http.close();
      http.closeAllConnections();
    });

    /** The last request is the documented one: the same body as JSON, target and type, and a signature that verifies. */
    async function expectDocumentedRequest(): Promise<void> {
      const request = requests.at(-1);
      expect(request).toMatchObject({ method: "POST", path: "/" });
      const headers = new Map(request?.headers);
      expect(JSON.parse(request?.body ?? "")).toEqual(JSON.parse(requestBody));
      expect(headers.get("x-amz-target")).toBe(target);
      expect(headers.get("content-type")).toBe(contentType);
      const verification = await verifyRequest(
        {
          method: "POST",
          path: "/",
          headers: request?.headers ?? [],
          body: new TextEncoder().encode(request?.body),
        },
        {
          region: "us-east-1",
          service: "ecr",
          now: Date.now(),
          credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
        },
      );
      expect(verification).toMatchObject({ ok: true });
    }

    it("sends the documented request and returns the documented output", async () => {
      const client = createClient({ endpoint, region: "us-east-1", credentials });
      const input = { repositoryName: "amazonlinux", layerDigests: [digest] };
      expect(await batchCheckLayerAvailability(client, input)).toEqual(output);
      client.close();
      await expectDocumentedRequest();
    });

    it("prints the documented output on the command line as the AWS CLI does", async () => {
      const written = { output: "", errors: "" };
      const code = await runCommandLine(
        commandLine,
        ["batch-check-layer-availability", "--repository-name", "amazonlinux", "--layer-digests", digest],
        {
          variables: {
            AWS_ACCESS_KEY_ID: credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
            AWS_REGION: "us-east-1",
            AWS_ENDPOINT_URL: endpoint,
          },
          output: { write: (text) => void (written.output += text) },
          errors: { write: (text) => void (written.errors += text) },
        },
      );
      expect({ code, ...written }).toEqual({
        code: 0,
        errors: "",
        output: [
          "{",
          '    "layers": [',
          "        {",
          `            "layerDigest": "${digest}",`,
          '            "layerAvailability": "AVAILABLE",',
          '            "layerSize": 91768077,',
          `            "mediaType": "${mediaType}"`,
          "        }",
          "    ],",
          '    "failures": []',
          "}",
          "",
        ].join("\n"),
      });
      await expectDocumentedRequest();
    });
  });
});
