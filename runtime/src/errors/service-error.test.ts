import { describe, expect, it } from "vitest";
import { ServiceError, shapeOfError } from "./service-error.js";

/** What the generator writes for an error shape; called twice, it stands for two copies of a package. */
function generatedClass(shape: string): typeof ServiceError {
  return class extends ServiceError {
    static override readonly shape = shape;
    static override readonly fault = "client";
    static override readonly statusCode = 404;
    static override readonly retryable = true;
  };
}

const NotFound = generatedClass("example.library#NotFound");
const NotFoundOfOtherCopy = generatedClass("example.library#NotFound");
const Gone = generatedClass("example.library#Gone");

describe("ServiceError", () => {
  it("takes the facts of its class", () => {
    expect(new NotFound("no such book")).toMatchObject({
      name: "NotFound",
      message: "no such book",
      fault: "client",
      statusCode: 404,
      retryable: true,
      throttling: false,
      requestId: undefined,
    });
  });

  it("takes what is known about the occurrence instead", () => {
    const cause = new Error("below");
    const options = {
      name: "SlowDown",
      fault: "server",
      statusCode: 503,
      retryable: true,
      throttling: true,
      requestId: "r-1",
      cause,
    } as const;
    expect(new ServiceError("slow down", options)).toMatchObject({ ...options, message: "slow down" });
  });

  it("has a cause only where one was given", () => {
    expect("cause" in new NotFound()).toBe(false);
    expect("cause" in new NotFound("", { cause: undefined })).toBe(true);
  });

  it.each([
    ["its own class", new NotFound(), NotFound, true],
    ["the class of another copy", new NotFound(), NotFoundOfOtherCopy, true],
    ["another error", new NotFound(), Gone, false],
    ["any modelled error", new NotFound(), ServiceError, true],
    ["any Error", new NotFound(), Error, true],
    ["an error without a shape against a modelled one", new ServiceError(), NotFound, false],
    ["an ordinary error", new Error("x"), ServiceError, false],
    ["a look-alike", { name: "NotFound", fault: "client" }, NotFound, false],
    ["null", null, ServiceError, false],
    ["a string", "NotFound", NotFound, false],
  ])("instanceof: %s", (_, value, type, expected) => {
    expect(value instanceof type).toBe(expected);
  });

  it("lets people derive a class of their own", () => {
    class BookNotFound extends NotFound {}
    expect(new BookNotFound() instanceof BookNotFound).toBe(true);
    expect(new BookNotFound() instanceof NotFoundOfOtherCopy).toBe(true);
    expect(new NotFound() instanceof BookNotFound).toBe(false);
  });

  it("tells the shape of an error", () => {
    expect(shapeOfError(new NotFound())).toBe("example.library#NotFound");
    expect(shapeOfError(new ServiceError())).toBe("");
    expect(shapeOfError(new Error("x"))).toBeUndefined();
  });

  it("shows neither name nor shape as data", () => {
    expect(Object.keys(new NotFound("x"))).not.toContain("name");
    expect(JSON.stringify(new NotFound("x"))).not.toContain("example.library");
  });
});
