// fastify 5 with the equal schemas for request and response.
import Fastify from "fastify";
import { checkLayers, report } from "./handler.mjs";

const text = { type: "string" };
const app = Fastify({ logger: false });
app.addContentTypeParser("application/x-amz-json-1.1", { parseAs: "string" }, (_, body, done) => {
  try {
    done(null, JSON.parse(body));
  } catch (error) {
    done(error);
  }
});
app.post(
  "/",
  {
    schema: {
      body: {
        type: "object",
        properties: {
          registryId: { type: "string", pattern: "^[0-9]{12}$" },
          repositoryName: {
            type: "string",
            minLength: 2,
            maxLength: 256,
            pattern: "^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$",
          },
          layerDigests: {
            type: "array",
            minItems: 1,
            maxItems: 100,
            items: { type: "string", minLength: 0, maxLength: 1000 },
          },
        },
        required: ["repositoryName", "layerDigests"],
      },
      response: {
        200: {
          type: "object",
          properties: {
            failures: {
              type: "array",
              items: { type: "object", properties: { failureCode: text, failureReason: text, layerDigest: text } },
            },
            layers: {
              type: "array",
              items: {
                type: "object",
                properties: {
                  layerAvailability: text,
                  layerDigest: text,
                  layerSize: { type: "integer" },
                  mediaType: text,
                },
              },
            },
          },
        },
      },
    },
  },
  async (request, reply) => {
    reply.header("content-type", "application/x-amz-json-1.1");
    return checkLayers(request.body.layerDigests);
  },
);
await app.ready();
report(app.server);
