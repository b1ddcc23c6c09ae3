import type { RuleModule } from "../rule.js";

export const mqttRules: RuleModule = {
  name: "smithy-mqtt-traits",
  namespaces: ["smithy.mqtt"],
  rules: [],
};
