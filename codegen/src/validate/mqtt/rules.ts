import type { RuleModule } from "../rule.js";
import { mqttTopicConflictRule } from "./mqtt-topic-conflict.js";
import { mqttTopicLabelRule } from "./mqtt-topic-label.js";

/** The rules for bindings to MQTT topics. */
export const mqttRules: RuleModule = {
  name: "smithy-mqtt-traits",
  namespaces: ["smithy.mqtt"],
  rules: [mqttTopicConflictRule, mqttTopicLabelRule],
};
