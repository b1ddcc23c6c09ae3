import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { expectKind, type Model } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import {
  contentTypeOf,
  hasBody,
  type HttpBinding,
  requestBindings,
  responseBindings,
  responseCodeOf,
  timestampFormatOf,
} from "./http-bindings.js";

const model = load(`
@http(method: "POST", uri: "/{id}", code: 202)
operation Put { input: PutInput, output: PutOutput, errors: [Gone] }
structure PutInput {
  rest: String
  @required @httpLabel id: String
  @httpHeader("X-Day") day: Timestamp
  @httpPrefixHeaders("X-Meta-") meta: Strings
  @httpQuery("q") query: String
  @httpQueryParams all: Strings
  @httpResponseCode code: Integer
}
structure PutOutput { @httpResponseCode code: Integer, @httpPayload body: Image, @httpQuery("q") lost: String }
@error("client") @httpError(410) structure Gone { why: String }
@mediaType("image/png") blob Image
map Strings { key: String, value: String }
operation Bare { input: PutInput }
`);

function load(text: string): Model {
  return loadModel([createSource("m.smithy", `$version: "2"\nnamespace a\n${text}`)]).model;
}

function written(bindings: readonly HttpBinding[]): readonly string[] {
  return bindings.map(({ member, location, locationName }) => `${member.name} ${location} ${locationName}`);
}

const put = expectKind(model, "a#Put", "operation");
const gone = expectKind(model, "a#Gone", "structure");

describe("bindings", () => {
  it("says where the members of a request go, bound ones first", () => {
    expect(written(requestBindings(model, put))).toEqual([
      "id label id",
      "day header X-Day",
      "meta prefixHeaders X-Meta-",
      "query query q",
      "all queryParams all",
      "rest document rest",
      "code document code",
    ]);
  });

  it("says where the members of a response go, and that nothing goes beside a payload", () => {
    expect(written(responseBindings(model, put))).toEqual([
      "code responseCode code",
      "body payload body",
      "lost unbound lost",
    ]);
    expect(written(responseBindings(model, gone))).toEqual(["why document why"]);
  });

  it("has none without an http trait", () => {
    expect(requestBindings(model, expectKind(model, "a#Bare", "operation"))).toEqual([]);
    expect(responseBindings(model, expectKind(model, "a#PutOutput", "structure"))).toEqual([]);
  });

  it("tells media types, bodies, codes and timestamps", () => {
    const types = { document: "application/json" };
    expect(contentTypeOf(model, requestBindings(model, put), types)).toBe("application/json");
    expect(contentTypeOf(model, responseBindings(model, put), types)).toBe("image/png");
    expect(contentTypeOf(model, [], types)).toBeUndefined();
    expect(hasBody(requestBindings(model, put))).toBe(true);
    expect([responseCodeOf(put), responseCodeOf(gone)]).toEqual([202, 410]);
    const day = requestBindings(model, put)[1]?.member ?? gone;
    expect(timestampFormatOf(model, day, "header", "epoch-seconds")).toBe("http-date");
    expect(timestampFormatOf(model, day, "document", "epoch-seconds")).toBe("epoch-seconds");
  });
});
