import { expect, it } from "vitest";
import type { ServerRequest } from "../../server/types.js";
import { s3VirtualHosts } from "./s3-virtual-hosts.js";

function request(host: string | undefined, path: string): ServerRequest {
  return {
    method: "GET",
    path,
    body: new Uint8Array(0),
    headers: host === undefined ? [] : [["Host", host]],
    header: (name) => (name === "host" ? host : undefined),
    stream: () => new ReadableStream(),
    text: () => "",
    signal: () => new AbortController().signal,
  };
}

it.each<[host: string | undefined, path: string, found: string]>([
  ["bucket.s3.us-west-2.amazonaws.com", "/a/../b?x=1", "/bucket/a/../b?x=1"],
  ["bucket.s3.us-west-2.amazonaws.com:443", "/", "/bucket/"],
  ["Bucket.S3.amazonaws.com", "/?list-type=2", "/bucket/?list-type=2"],
  ["my.s3.files.s3-us-west-2.amazonaws.com", "/key", "/my.s3.files/key"],
  ["bucket.s3-fips.dualstack.us-gov-west-1.amazonaws.com", "/key", "/bucket/key"],
  ["bucket.s3.dualstack.us-west-2.amazonaws.com", "/key", "/bucket/key"],
  ["bucket.s3-accelerate.amazonaws.com", "/key", "/bucket/key"],
  ["bucket.s3-accelerate.dualstack.amazonaws.com", "/key", "/bucket/key"],
  ["bucket.s3.cn-north-1.amazonaws.com.cn", "/key", "/bucket/key"],
  ["bucket.localhost:9000", "/key", "/bucket/key"],
  ["my.bucket.Storage.example.com", "/key", "/my.bucket/key"],
  ["s3.us-west-2.amazonaws.com", "/bucket/key", "/bucket/key"],
  ["s3-us-west-2.amazonaws.com", "/bucket/key", "/bucket/key"],
  ["1234.s3-control.us-west-2.amazonaws.com", "/key", "/key"],
  ["localhost:9000", "/bucket/key", "/bucket/key"],
  ["other.example.com", "/bucket/key", "/bucket/key"],
  ["a/b.localhost", "/key", "/key"],
  [undefined, "/bucket/key", "/bucket/key"],
])("finds the bucket of %s%s", (host, path, found) => {
  const s3 = { hosts: ["localhost", "storage.example.com"] };
  expect(s3VirtualHosts(request(host, path), { s3 }).path).toBe(found);
});

it("needs no hosts of its own for the endpoints of S3", () => {
  expect(s3VirtualHosts(request("bucket.s3.amazonaws.com", "/key"), {}).path).toBe("/bucket/key");
});
