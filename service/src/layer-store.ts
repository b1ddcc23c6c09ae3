import type { Digest } from "./digest.js";

/** A layer that a repository holds whole. */
export interface StoredLayer {
  /** Bytes. */
  readonly size: number;
  /** As the repository's manifests name it; undefined for a blob that no manifest mentions. */
  readonly mediaType: string | undefined;
}

export interface LayerRepository {
  /** The layer with this digest; undefined when it is absent or not complete. */
  findLayer(digest: Digest): Promise<StoredLayer | undefined>;
}

/** Where layers are kept. The handlers know nothing else of it. */
export interface LayerStore {
  /**
   * The repository of that name, which is checked here again before it becomes part of any path; undefined when the registry
   * has none.
   */
  openRepository(registryId: string, repositoryName: string): Promise<LayerRepository | undefined>;
}
