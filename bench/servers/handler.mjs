/** What every server answers with: a layer for each digest, members in the order in which they are written. */
export function checkLayers(layerDigests) {
  return {
    failures: [],
    layers: layerDigests.map((layerDigest) => ({
      layerAvailability: "AVAILABLE",
      layerDigest,
      layerSize: 91768077,
      mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
    })),
  };
}

/** Listens on any port of the loopback address, tells the parent which, and on every message what it used of the processor. */
export function report(server) {
  server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send({ microseconds: user + system });
  });
  process.on("disconnect", () => process.exit());
}
