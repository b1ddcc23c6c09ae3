import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { eventStreamOf } from "../../knowledge/event-streams.js";
import { type MqttTopic, mqttTopicOf, topicKey } from "../../knowledge/mqtt-topic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { OperationShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";

interface Binding {
  readonly operation: OperationShape;
  readonly topic: MqttTopic;
  /** What is published, or the events that are received. */
  readonly payload: ShapeId;
}

/** `MqttTopicConflict`: topics that cannot be told apart have the same payload ("MQTT Protocol Bindings"). */
export function* mqttTopicConflictRule(model: Model): Iterable<Diagnostic> {
  for (const group of bindingsByTopic(model).values()) {
    if (new Set(group.map(({ payload }) => payload)).size === 1) continue;
    for (const { operation, topic, payload } of group) {
      const others = group.filter((other) => other.payload !== payload).map(describe);
      const message = `This shape resolves to an MQTT topic \`${topic.text}\` as part of the \`${operation.id}\` operation, and its payload of \`${payload}\` conflicts with other topic payloads: [${others.toSorted().join(", ")}]`;
      yield shapeFinding("ERROR", "MqttTopicConflict", operation, message, topic.trait);
    }
  }
}

function bindingsByTopic(model: Model): ReadonlyMap<string, readonly Binding[]> {
  const groups = new Map<string, Binding[]>();
  for (const operation of modelIndex(model).ofKind("operation")) {
    const topic = mqttTopicOf(operation);
    const payload = topic === undefined ? undefined : payloadOf(model, operation, topic);
    if (topic === undefined || payload === undefined) continue;
    const key = topicKey(topic);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ operation, topic, payload }]);
    else group.push({ operation, topic, payload });
  }
  return groups;
}

function payloadOf(model: Model, operation: OperationShape, { trait }: MqttTopic): ShapeId | undefined {
  return trait.id === "smithy.mqtt#publish" ? operation.input : eventStreamOf(model, operation.output)?.id;
}

function describe({ operation, topic, payload }: Binding): string {
  return `\`${topic.trait.id}\` trait payload \`${payload}\` of \`${operation.id}\``;
}
