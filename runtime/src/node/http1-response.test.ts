import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { HttpResponse } from "../http/message.js";
import { ResponseReader } from "./http1-response.js";

function read(text: string, options: { method?: string; maximum?: number; cuts?: readonly number[] } = {}) {
  const reader = new ResponseReader(options.method ?? "POST", options.maximum ?? 1000);
  const bytes = Buffer.from(text, "latin1");
  const cuts = [...new Set((options.cuts ?? []).map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let response: HttpResponse | undefined;
  for (const [index, end] of [...cuts, bytes.length].entries()) {
    response ??= reader.push(bytes.subarray(cuts[index - 1] ?? 0, end));
  }
  const whole = response !== undefined;
  response ??= reader.end();
  return response === undefined
    ? undefined
    : { ...response, body: Buffer.from(response.body).toString("latin1"), whole, reusable: reader.reusable };
}

const sized = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a:  2 \r\n\r\nhello";
const chunked =
  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\n";

describe("a response", () => {
  // prettier-ignore
  it.each([
    ["with a length", sized, { statusCode: 200, body: "hello", headers: { "x-a": "1, 2" }, whole: true, reusable: true }],
    ["in chunks", chunked, { body: "hello", whole: true, reusable: true }],
    ["until the connection ends", "HTTP/1.1 200 OK\r\n\r\nhello", { body: "hello", whole: false, reusable: false }],
    ["after interim responses", `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n${sized}`, { statusCode: 200, body: "hello" }],
    ["without content", "HTTP/1.1 204 No Content\r\n\r\n", { statusCode: 204, body: "", whole: true, reusable: true }],
    ["without a reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", { statusCode: 200, body: "", whole: true }],
    ["that closes the connection", "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n", { whole: true, reusable: false }],
    ["of HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", { whole: true, reusable: false }],
    ["of HTTP/1.0 that stays", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", { reusable: true }],
    ["with the same length twice", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok", { body: "ok" }],
    ["with a folded header", "HTTP/1.1 200 OK\r\nX-A: a\r\n  b\r\nContent-Length: 0\r\n\r\n", { headers: { "x-a": "a b", "content-length": "0" } }],
    ["with blanks around a value", "HTTP/1.1 200 OK\r\nX-A: \t a b \t\r\nX-B:\u00a0c\r\nContent-Length: 0\r\n\r\n", { headers: { "x-a": "a b", "x-b": "\u00a0c" } }],
    ["with wishes that only look like closing", "HTTP/1.1 200 OK\r\nConnection: x-close, Upgrade\r\nContent-Length: 0\r\n\r\n", { reusable: true }],
    ["with closing among other wishes", "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 0\r\n\r\n", { reusable: false }],
    ["of HTTP/1.0 with contradictory wishes", "HTTP/1.0 200 OK\r\nConnection: keep-alive, close\r\nContent-Length: 0\r\n\r\n", { reusable: false }],
    ["of HTTP/1.0 in chunks, which it does not know", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", { body: "a", reusable: false }],
    ["with more behind it", `${sized}HTTP/1.1 200 OK`, { body: "hello", whole: true, reusable: false }],
    ["with dangerous names", "HTTP/1.1 200 OK\r\n__proto__: a\r\nconstructor: b\r\nContent-Length: 0\r\n\r\n", { headers: { constructor: "b", "content-length": "0" } }],
  ])("%s", (_, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it.each([sized, chunked, `HTTP/1.1 100 Continue\r\n\r\n${sized}`])("reads the same however it is cut: %j", (text) => {
    assert(
      property(array(integer({ min: 0, max: 200 })), (cuts) => {
        expect(read(text, { cuts })).toEqual(read(text));
      }),
    );
  });

  it("in thousands of chunks is joined in their order", () => {
    const body = Array.from({ length: 3000 }, (_, index) => String(index % 10)).join("");
    const text = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${[...body].map((digit) => `1\r\n${digit}\r\n`).join("")}0\r\n\r\n`;
    expect(read(text, { maximum: 3000 })?.body).toBe(body);
  });

  it("to HEAD has no body, whatever its length", () => {
    expect(read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", { method: "HEAD" })).toMatchObject({ body: "" });
  });

  it.each([sized.slice(0, -1), chunked.slice(0, -3), "HTTP/1.1 200 OK\r\nContent-Le"])("is not whole: %j", (text) => {
    expect(read(text)).toBeUndefined();
  });

  // prettier-ignore
  it.each([
    ["another protocol", "SSH-2.0-OpenSSH_9\r\n\r\n", "malformed"],
    ["no status", "HTTP/1.1 OK\r\n\r\n", "malformed"],
    ["a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", "malformed"],
    ["HTTP/2", "HTTP/2 200\r\n\r\n", "malformed"],
    ["another protocol than asked for", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "malformed"],
    ["a header without a name", "HTTP/1.1 200 OK\r\n: a\r\n\r\n", "malformed"],
    ["a header without a colon", "HTTP/1.1 200 OK\r\nabc\r\n\r\n", "malformed"],
    ["a blank before the colon", "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\n", "malformed"],
    ["a lone line feed", "HTTP/1.1 200 OK\r\nA: a\nB: b\r\n\r\n", "malformed"],
    ["a lone carriage return", "HTTP/1.1 200 OK\r\nA: a\rB\r\n\r\n", "malformed"],
    ["a carriage return before the end of a line", "HTTP/1.1 200 OK\r\nA: a\r\r\n\r\n", "malformed"],
    ["a folded status", "HTTP/1.1 200\r\n OK\r\nContent-Length: 0\r\n\r\n", "malformed"],
    ["a coding after the chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", "malformed"],
    ["chunks twice", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "malformed"],
    ["a list of lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello", "malformed"],
    ["a zero", "HTTP/1.1 200 OK\r\nA: a\0\r\n\r\n", "malformed"],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "malformed"],
    ["a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "malformed"],
    ["a length in words", "HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\n", "malformed"],
    ["length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", "malformed"],
    ["a coding that nobody asked for", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "malformed"],
    ["a chunk without a size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "malformed"],
    ["a chunk beyond its size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n", "malformed"],
    ["endless headers", `HTTP/1.1 200 OK\r\nA: ${"a".repeat(70_000)}`, "malformed"],
    ["an endless chunk size", `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;${"a".repeat(70_000)}`, "malformed"],
    ["endless trailers", `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n${"A: a\r\n".repeat(20_000)}`, "malformed"],
    ["a length over the limit", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", "too-large"],
    ["chunks over the limit", `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n${"a".repeat(1001)}`, "too-large"],
    ["a stream over the limit", `HTTP/1.1 200 OK\r\n\r\n${"a".repeat(1001)}`, "too-large"],
  ])("is refused: %s", (_, text, kind) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: "TransportError", kind }));
  });
});
