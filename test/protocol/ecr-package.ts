import { readFileSync } from "node:fs";
import { emitCodecs } from "../../codegen/src/emitters/codecs/emit-codecs.js";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitServer } from "../../codegen/src/emitters/server/emit-server.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import type { GenerateOptions } from "../../codegen/src/emit/emitter.js";
import type { Server, ServerContext, ServerOptions } from "../../runtime/src/server/index.js";
import { generate, PackageFolder, type Generated } from "../support/generated-package.js";

export const serverEmitters = [emitTypes, emitErrors, emitValidators, emitCodecs, emitServer];

/** A generated server package: the exports of `src/server.ts` and `src/errors.ts`. */
export class ServerPackage {
  readonly generated: Generated;
  readonly #folder = new PackageFolder();

  constructor(text: string, options: Partial<GenerateOptions> = {}) {
    this.generated = generate(text, serverEmitters, options);
  }

  async load(): Promise<Readonly<Record<string, unknown>>> {
    this.#folder.writeAll(this.generated.files);
    this.#folder.write("src/all.ts", 'export * from "./errors.js";\nexport * from "./server.js";\n');
    return this.#folder.load("src/all.js");
  }

  remove(): void {
    this.#folder.remove();
  }
}

export interface CheckInput {
  readonly registryId?: string;
  readonly repositoryName: string;
  readonly layerDigests: readonly string[];
}

export type CheckHandler = (input: CheckInput, context: ServerContext) => unknown;

/** The exports that the suites use. */
export type EcrModule = {
  createEcrServer(handlers: { batchCheckLayerAvailability: CheckHandler }, options?: ServerOptions<unknown>): Server;
  readonly RepositoryNotFoundException: new (members: { message?: string }) => Error;
};

export const ecrPackage = (): ServerPackage =>
  new ServerPackage(readFileSync(new URL("../../model/ecr.smithy", import.meta.url), "utf8"), {
    validationException: "com.amazonaws.ecr#InvalidParameterException",
  });

export const target = "AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability";
export const mediaType = "application/x-amz-json-1.1";
export const digest = "sha256:8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8";
export const documentedBody = `{"layerDigests": ["${digest}"], "repositoryName": "amazonlinux"}`;
export const documentedAnswer = `{"failures":[],"layers":[{"layerAvailability":"AVAILABLE","layerDigest":"${digest}","layerSize":91768077,"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip"}]}`;
export const headers = { "Content-Type": mediaType, "X-Amz-Target": target };

/** What the documented sample answers with. Members in another order than on the wire, and one that the model does not have. */
export const documentedHandler: CheckHandler = ({ layerDigests }) => ({
  layers: layerDigests.map((layerDigest) => ({
    layerDigest,
    layerAvailability: "AVAILABLE",
    layerSize: 91768077,
    mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
    rowNumber: 1,
  })),
  failures: [],
});
