import { describe, expect, it } from "vitest";
import { parseQuery } from "../bindings/query.js";
import { HttpRouter } from "./http-router.js";
import type { HttpWireOperation } from "./http-wire.js";

const routes: readonly (readonly [method: string, uri: string])[] = [
  ["GET", "/"],
  ["GET", "/things"],
  ["POST", "/things"],
  ["GET", "/things?list"],
  ["GET", "/things?list&type=new"],
  ["GET", "/things/{id}"],
  ["GET", "/things/latest"],
  ["GET", "/things/{id}/parts/{part}"],
  ["GET", "/files/{path+}"],
  ["GET", "/files/{path+}/raw"],
  ["DELETE", "/files/{path+}/{version}/raw"],
  ["GET", "/a b/{id}"],
];
const named = (method: string, uri: string, query: readonly string[], headers: readonly string[] = []) => ({
  method,
  uri,
  optionalLiteral: { name: "x-id", query, headers },
});
const router = new HttpRouter(
  [
    ...routes.map(([method, uri]) => ({ method, uri })),
    named("PUT", "/store/{key+}?x-id=Put", []),
    named("PUT", "/store/{key+}?x-id=Copy", [], ["x-source"]),
    named("PUT", "/store/{key+}?x-id=PutPart", ["part"]),
    named("PUT", "/store/{key+}?x-id=CopyPart", ["part"], ["x-source"]),
    named("GET", "/store?metrics&x-id=List", []),
    named("GET", "/store?metrics&x-id=Get", ["id"]),
    { method: "GET", uri: "/store" },
  ].map((entry) => ({ ...entry, operation: { name: entry.uri } }) as unknown as HttpWireOperation),
);

function find(method: string, target: string, headers: readonly string[] = []): unknown {
  const [path = "", query = ""] = target.split("?");
  const header = (name: string): string | undefined => (headers.includes(name) ? "given" : undefined);
  const found = router.find(method, path, { query: parseQuery(query), header });
  return "methods" in found ? found.methods : [found.entry.uri, ...found.labels];
}

describe("a request is for", () => {
  it.each<[method: string, target: string, found: readonly string[]]>([
    ["GET", "/", ["/"]],
    ["GET", "/things", ["/things"]],
    ["GET", "/things/", ["/things"]],
    ["POST", "/things", ["/things"]],
    ["GET", "/things?list", ["/things?list"]],
    ["GET", "/things?type=new&list=", ["/things?list&type=new"]],
    ["GET", "/things?type=old&list", ["/things?list"]],
    ["GET", "/things/a%2Fb%20c", ["/things/{id}", "a%2Fb%20c"]],
    ["GET", "/things/latest", ["/things/latest"]],
    ["GET", "/things/latest/parts/%zz", ["/things/{id}/parts/{part}", "latest", "%zz"]],
    ["GET", "/files/a/b%2Fc", ["/files/{path+}", "a/b%2Fc"]],
    ["GET", "/files/a/b/", ["/files/{path+}", "a/b/"]],
    ["GET", "/files//", ["/files/{path+}", "/"]],
    ["GET", "/files/a/b/raw/", ["/files/{path+}/raw", "a/b"]],
    ["GET", "/files/a/b/raw", ["/files/{path+}/raw", "a/b"]],
    ["DELETE", "/files/a/b/3/raw", ["/files/{path+}/{version}/raw", "a/b", "3"]],
    ["GET", "/a%20b/1", ["/a b/{id}", "1"]],
  ])("%s %s", (method, target, found) => {
    expect(find(method, target)).toEqual(found);
  });

  it.each<[method: string, target: string, headers: readonly string[], uri: string]>([
    ["PUT", "/store/a?x-id=Copy", [], "/store/{key+}?x-id=Copy"],
    ["PUT", "/store/a?x-id=Put&part=1", ["x-source"], "/store/{key+}?x-id=Put"],
    ["PUT", "/store/a", [], "/store/{key+}?x-id=Put"],
    ["PUT", "/store/a", ["x-source"], "/store/{key+}?x-id=Copy"],
    ["PUT", "/store/a?part=1", [], "/store/{key+}?x-id=PutPart"],
    ["PUT", "/store/a?part=1", ["x-source"], "/store/{key+}?x-id=CopyPart"],
    ["GET", "/store?metrics", [], "/store?metrics&x-id=List"],
    ["GET", "/store?metrics&id=1", [], "/store?metrics&x-id=Get"],
    ["GET", "/store?x-id=List", [], "/store"],
  ])("%s %s with the headers %j, told without its name", (method, target, headers, uri) => {
    expect((find(method, target, headers) as readonly string[])[0]).toBe(uri);
  });

  it.each<[method: string, target: string, methods: readonly string[]]>([
    ["PUT", "/things", ["GET", "POST"]],
    ["GET", "/nothing", []],
    ["GET", "/things//parts/1", []],
    ["GET", "/files", []],
    ["GET", "/files/", []],
  ])("nothing: %s %s", (method, target, methods) => {
    expect(find(method, target)).toEqual(methods);
  });
});
