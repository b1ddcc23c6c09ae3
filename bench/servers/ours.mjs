// The generated server, validation on, authentication off.
import { createEcrServer } from "../../generated/ecr/dist/server.js";
import { createNodeServer } from "../../runtime/dist/node/index.js";
import { checkLayers, report } from "./handler.mjs";

const server = createEcrServer({
  async batchCheckLayerAvailability(input) {
    return checkLayers(input.layerDigests);
  },
});
report(createNodeServer(server));
