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
const router = new HttpRouter(
  routes.map(([method, uri]) => ({ method, uri, operation: { name: uri } }) as HttpWireOperation),
);

function find(method: string, target: string): unknown {
  const [path = "", query = ""] = target.split("?");
  const found = router.find(method, path, parseQuery(query));
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
    ["GET", "/things/a%2Fb%20c", ["/things/{id}", "a/b c"]],
    ["GET", "/things/latest", ["/things/latest"]],
    ["GET", "/things/latest/parts/%zz", ["/things/{id}/parts/{part}", "latest", "%zz"]],
    ["GET", "/files/a/b%2Fc", ["/files/{path+}", "a/b/c"]],
    ["GET", "/files/a/b/", ["/files/{path+}", "a/b/"]],
    ["GET", "/files//", ["/files/{path+}", "/"]],
    ["GET", "/files/a/b/raw/", ["/files/{path+}/raw", "a/b"]],
    ["GET", "/files/a/b/raw", ["/files/{path+}/raw", "a/b"]],
    ["DELETE", "/files/a/b/3/raw", ["/files/{path+}/{version}/raw", "a/b", "3"]],
    ["GET", "/a%20b/1", ["/a b/{id}", "1"]],
  ])("%s %s", (method, target, found) => {
    expect(find(method, target)).toEqual(found);
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
