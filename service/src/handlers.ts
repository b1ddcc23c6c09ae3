import type {
  BatchCheckLayerAvailabilityRequest,
  BatchCheckLayerAvailabilityResponse,
  Layer,
  LayerFailure,
} from "@tsmith/ecr";
import { RepositoryNotFoundException } from "@tsmith/ecr";
import type { EcrHandlers } from "@tsmith/ecr/server";
import type { ServerContext } from "@tsmith/runtime/server";
import { parseDigest } from "./digest.js";
import type { LayerRepository, LayerStore } from "./layer-store.js";

export interface LayerHandlersOptions {
  readonly store: LayerStore;
  /** The registry of the caller, used where a request names none. */
  readonly registryOf: (context: ServerContext) => string;
}

/** The layer service: what the model's operations mean over a {@link LayerStore}. */
export class LayerHandlers implements EcrHandlers {
  readonly #options: LayerHandlersOptions;

  constructor(options: LayerHandlersOptions) {
    this.#options = options;
  }

  async batchCheckLayerAvailability(
    input: BatchCheckLayerAvailabilityRequest,
    context: ServerContext,
  ): Promise<BatchCheckLayerAvailabilityResponse> {
    const registryId = input.registryId ?? this.#options.registryOf(context);
    const repository = await this.#options.store.openRepository(registryId, input.repositoryName);
    if (repository === undefined) {
      throw new RepositoryNotFoundException({
        message: `There is no repository named '${input.repositoryName}' in the registry '${registryId}'.`,
      });
    }
    const answers = await Promise.all(input.layerDigests.map((digest) => checkLayer(repository, digest)));
    const layers: Layer[] = [];
    const failures: LayerFailure[] = [];
    for (const answer of answers) {
      if ("failureCode" in answer) failures.push(answer);
      else layers.push(answer);
    }
    return { layers, failures };
  }
}

/**
 * An absent layer is no failure: clients that push upload what is UNAVAILABLE, and give up on a failure. Failures are for digests
 * that name nothing.
 */
async function checkLayer(repository: LayerRepository, layerDigest: string): Promise<Layer | LayerFailure> {
  if (layerDigest === "") {
    return { layerDigest, failureCode: "MissingLayerDigest", failureReason: "The layer digest is empty." };
  }
  const parsed = parseDigest(layerDigest);
  if (parsed.kind === "malformed") {
    return {
      layerDigest,
      failureCode: "InvalidLayerDigest",
      failureReason: "The layer digest is not an algorithm and a hexadecimal value of the algorithm's length.",
    };
  }
  const layer = parsed.kind === "stored" ? await repository.findLayer(parsed.digest) : undefined;
  if (layer === undefined) return { layerDigest, layerAvailability: "UNAVAILABLE" };
  return { layerDigest, layerAvailability: "AVAILABLE", layerSize: layer.size, mediaType: layer.mediaType };
}
