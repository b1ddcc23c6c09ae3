import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { readBuildConfig } from "./config/build-config.js";
import { planDocument } from "./plan-document.js";

const shop = (protocol: string): string => `$version: "2"
namespace shop
use aws.protocols#${protocol}
@${protocol} service Shop { version: "1", operations: [GetOrder] }
@http(method: "POST", uri: "/") operation GetOrder { output := { text: String } }`;

const plan = (protocol: string, name: "openapi" | "jsonschema", settings = {}) =>
  planDocument([createSource("m.smithy", shop(protocol))], { name, settings });

describe("planDocument", () => {
  it.each([
    ["openapi", { service: "shop#Shop" }, "Shop.openapi.json", '"openapi": "3.0.2"'],
    ["openapi", { service: "shop#Shop", apiGatewayType: "REST" }, "Shop.openapi.json", '"openapi": "3.0.2"'],
    ["jsonschema", { service: "shop#Shop" }, "Shop.jsonschema.json", '"GetOrderOutput": {'],
    ["jsonschema", {}, "model.jsonschema.json", '"GetOrderOutput": {'],
  ] as const)("%s with %j", (name, settings, path, text) => {
    const { package: planned } = plan("restJson1", name, settings);
    expect(planned?.files).toEqual([{ kind: "text", path, text: expect.stringContaining(text) as string }]);
  });

  it("writes a file for each resource of CloudFormation", () => {
    const text = `$version: "2"
namespace shop
use aws.cloudformation#cfnResource
service Shop { version: "1", resources: [Order] }
@cfnResource resource Order { identifiers: { id: String } }`;
    const settings = { service: "shop#Shop", organizationName: "Acme" };
    const { package: planned } = planDocument([createSource("m.smithy", text)], { name: "cloudformation", settings });
    expect(planned?.files.map(({ path }) => path)).toEqual(["acme-shop-order.json"]);
  });

  it("refuses a service of another protocol, as Smithy's plugin does", () => {
    const { package: planned, diagnostics } = plan("awsJson1_1", "openapi", { service: "shop#Shop" });
    expect(planned).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining("Unable to find an OpenAPI service provider for the `aws.protocols#awsJson1_1` protocol"),
    ]);
  });
});

describe("planDocument without its service", () => {
  it.each([
    ["shop#Shp", 'Did you mean "shop#Shop"?'],
    ["Shop", 'Did you mean "shop#Shop"?'],
    ["a#Z", undefined],
  ])("of %s suggests %s", (service, suggestion) => {
    expect(plan("restJson1", "openapi", { service }).diagnostics).toMatchObject([
      { code: "jsonschema/conversion", suggestion },
    ]);
  });
});

describe("readBuildConfig", () => {
  const read = (plugins: unknown) =>
    readBuildConfig(createSource("smithy-build.json", JSON.stringify({ version: "1.0", plugins })), {});

  it("has a job for each document", () => {
    const openapi = { service: "a#Z", tags: true };
    expect(read({ openapi, "jsonschema::other": {}, else: {} }).jobs).toMatchObject([
      {
        outputDirectory: "build/smithy/source/openapi",
        settings: { service: "a#Z", document: { name: "openapi", settings: openapi } },
      },
      { outputDirectory: "build/smithy/source/other", settings: { document: { name: "jsonschema", settings: {} } } },
    ]);
  });

  it("reports settings that are no object", () => {
    expect(read({ openapi: [] }).diagnostics).toMatchObject([{ code: "config/type" }]);
  });
});
