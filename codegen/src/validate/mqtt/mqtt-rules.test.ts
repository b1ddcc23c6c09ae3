import { describe, expect, it } from "vitest";
import { topicProblem } from "../../knowledge/mqtt-topic.js";
import { findingsOf } from "../testing/findings.js";
import { mqttTopicConflictRule } from "./mqtt-topic-conflict.js";
import { mqttTopicLabelRule } from "./mqtt-topic-label.js";

describe("mqttTopicLabelRule", () => {
  it.each<[string, string, readonly string[]]>([
    ["x/{id}", "@required @smithy.mqtt#topicLabel id: String", []],
    [
      "x/{id}",
      "id: String",
      [
        "ERROR MqttTopicLabel a#P: The `smithy.mqtt#publish` trait contains the following topic labels that could not be found in the input structure of the operation or were not marked with the `smithy.mqtt#topicLabel` trait: [`id`]",
      ],
    ],
    [
      "x",
      "@required @smithy.mqtt#topicLabel id: String",
      [
        "ERROR MqttTopicLabel a#PInput$id: This member is marked with the `smithy.mqtt#topicLabel` trait, but when this member is used as part of the input of the `a#P` operation, a corresponding label cannot be found in the `smithy.mqtt#publish` trait",
      ],
    ],
  ])("checks the topic %s with %s", (topic, member, findings) => {
    const text = `@smithy.mqtt#publish("${topic}") operation P { input := { ${member} } }`;
    expect(findingsOf(mqttTopicLabelRule, text)).toEqual(findings);
  });
});

describe("mqttTopicConflictRule", () => {
  it.each<[string, string, boolean]>([
    ["x/{id}", "x/{name}", true],
    ["x", "x", true],
    ["x/{id}", "x/y", false],
    ["x", "x/y", false],
  ])("of %s and %s says that they conflict: %s", (left, right, conflict) => {
    const text = `@smithy.mqtt#publish("${left}") operation P { input := {} }
@smithy.mqtt#subscribe("${right}") operation Q { output := { events: Events } }
@smithy.mqtt#subscribe("${right}") operation R { output := { events: Events } }
@streaming union Events { one: Event }
structure Event {}`;
    const ofSubscriber = (id: string): string =>
      `ERROR MqttTopicConflict ${id}: This shape resolves to an MQTT topic \`${right}\` as part of the \`${id}\` operation, and its payload of \`a#Events\` conflicts with other topic payloads: [\`smithy.mqtt#publish\` trait payload \`a#PInput\` of \`a#P\`]`;
    const subscribed = "`smithy.mqtt#subscribe` trait payload `a#Events` of";
    const all = [
      `ERROR MqttTopicConflict a#P: This shape resolves to an MQTT topic \`${left}\` as part of the \`a#P\` operation, and its payload of \`a#PInput\` conflicts with other topic payloads: [${subscribed} \`a#Q\`, ${subscribed} \`a#R\`]`,
      ofSubscriber("a#Q"),
      ofSubscriber("a#R"),
    ];
    expect(findingsOf(mqttTopicConflictRule, text)).toEqual(conflict ? all : []);
  });
});

describe("topicProblem", () => {
  it.each([
    ["a/{b}//{c}", undefined],
    ["", "Topics and topic filters may not be empty"],
    ["a/+", "Wildcard levels are not allowed in MQTT topics. Found `+` in `a/+`"],
    ["a/{b-}", "Invalid topic label name `b-` found in `a/{b-}`"],
    ["{b}/{b}", "Duplicate topic label `b` found in `{b}/{b}`"],
    ["a/x{b}", "Topic labels must span an entire level. Found `x{b}` in `a/x{b}`"],
  ])("of %j is %j", (topic, problem) => {
    expect(topicProblem(topic)).toBe(problem);
  });
});
