import type { Exchange } from "../surfaces.js";
import type { Body, TortureProtocol } from "./torture-service.js";

type ErrorOf = TortureProtocol["errorOf"];

const bare = (name: string | undefined): string | undefined => name?.slice(name.lastIndexOf("#") + 1);
const errorOfJson: ErrorOf = (_, body) => bare((JSON.parse(body) as { readonly __type?: string }).__type);
const errorOfHeader: ErrorOf = (headers) => bare(headers["x-amzn-errortype"]);
const errorOfXml: ErrorOf = (_, body) => /<Code>(\w+)<\/Code>/.exec(body)?.[1];
/** Of the map of an error, whose texts stand in it as they are. */
const errorOfCbor: ErrorOf = (_, body) => /__type.*?([A-Z]\w+Exception)/s.exec(body)?.[1];

function awsJson(version: "1_0" | "1_1"): TortureProtocol {
  const type = `application/x-amz-json-${version.replace("_", ".")}`;
  return {
    protocol: `aws.protocols#awsJson${version}`,
    hasDocuments: true,
    good: "{}",
    request: (body) => ({ headers: { "content-type": type, "x-amz-target": "Torture.Take" }, body }),
    errorOf: errorOfJson,
  };
}

function rest(name: string, type: string, good: Body, hasDocuments: boolean, errorOf: ErrorOf): TortureProtocol {
  const to =
    (path: string) =>
    (body: Body): Exchange => ({ path, headers: { "content-type": type }, body });
  const protocol = `aws.protocols#${name}`;
  return { protocol, hasDocuments, good, request: to("/Take"), payload: to("/TakeWhole"), errorOf };
}

function rpc(name: string, form: string, type: string, good: Body, errorOf: ErrorOf): TortureProtocol {
  const headers = { "content-type": type, "smithy-protocol": form };
  return {
    protocol: `smithy.protocols#${name}`,
    hasDocuments: true,
    good,
    request: (body) => ({ path: "/service/Torture/operation/Take", headers, body }),
    errorOf,
  };
}

function query(name: string): TortureProtocol {
  return {
    protocol: `aws.protocols#${name}`,
    hasDocuments: false,
    good: "",
    request: (body) => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: Buffer.concat([
        Buffer.from("Action=Take&Version=1"),
        Buffer.from(body.length === 0 ? "" : "&"),
        Buffer.from(body),
      ]),
    }),
    errorOf: errorOfXml,
  };
}

export const jsonProtocols = [
  awsJson("1_0"),
  awsJson("1_1"),
  rest("restJson1", "application/json", "{}", true, errorOfHeader),
  rpc("rpcv2Json", "rpc-v2-json", "application/json", "{}", errorOfJson),
];

export const cborProtocol = rpc("rpcv2Cbor", "rpc-v2-cbor", "application/cbor", Uint8Array.of(0xa0), errorOfCbor);

export const xmlProtocol = rest("restXml", "application/xml", "<TakeInput/>", false, errorOfXml);

export const formProtocols = [query("awsQuery"), query("ec2Query")];
