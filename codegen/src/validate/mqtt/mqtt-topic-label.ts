import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { mqttTopicOf } from "../../knowledge/mqtt-topic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

const code = "MqttTopicLabel";
const marker = "smithy.mqtt#topicLabel";

/** `MqttTopicLabel`: the labels of a topic are the marked members of the input, each of them ("topicLabel trait"). */
export function* mqttTopicLabelRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const topic = mqttTopicOf(operation);
    if (topic === undefined) continue;
    const missing = new Set(topic.levels.flatMap(({ content, isLabel }) => (isLabel ? [content] : [])));
    for (const member of model.shapes.get(operation.input)?.members.values() ?? []) {
      const trait = member.traits.get(marker);
      if (trait === undefined || missing.delete(member.name)) continue;
      const message = `This member is marked with the \`${marker}\` trait, but when this member is used as part of the input of the \`${operation.id}\` operation, a corresponding label cannot be found in the \`${topic.trait.id}\` trait`;
      yield shapeFinding("ERROR", code, member, message, trait);
    }
    if (missing.size === 0) continue;
    const message = `The \`${topic.trait.id}\` trait contains the following topic labels that could not be found in the input structure of the operation or were not marked with the \`${marker}\` trait: [${tickedList(missing)}]`;
    yield shapeFinding("ERROR", code, operation, message, topic.trait);
  }
}
