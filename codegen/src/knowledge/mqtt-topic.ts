import type { AppliedTrait, OperationShape } from "../shapes/shape.js";

/** One level of a topic; a label's content is its name. */
export interface MqttLevel {
  readonly content: string;
  readonly isLabel: boolean;
}

/** The topic that an operation publishes or subscribes to ("MQTT Protocol Bindings"). */
export interface MqttTopic {
  /** The trait that binds it. */
  readonly trait: AppliedTrait;
  readonly text: string;
  readonly levels: readonly MqttLevel[];
}

/** The topic of an operation; publishing wins. Undefined for an operation without one. */
export function mqttTopicOf(operation: OperationShape): MqttTopic | undefined {
  const trait = operation.traits.get("smithy.mqtt#publish") ?? operation.traits.get("smithy.mqtt#subscribe");
  if (typeof trait?.value !== "string") return undefined;
  return { trait, text: trait.value, levels: trait.value.split("/").map(readLevel) };
}

function readLevel(text: string): MqttLevel {
  const isLabel = text.length > 1 && text.startsWith("{") && text.endsWith("}");
  return { content: isLabel ? text.slice(1, -1) : text, isLabel };
}

/** Why a text is no topic, in Smithy's words; undefined for a topic. */
export function topicProblem(topic: string): string | undefined {
  if (topic === "") return "Topics and topic filters may not be empty";
  const labels = new Set<string>();
  for (const level of topic.split("/")) {
    const problem = levelProblem(level, topic, labels);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function levelProblem(level: string, topic: string, labels: Set<string>): string | undefined {
  if (/[#+]/.test(level)) return `Wildcard levels are not allowed in MQTT topics. Found \`${level}\` in \`${topic}\``;
  const { content, isLabel } = readLevel(level);
  if (!isLabel) {
    return /[{}]/.test(level)
      ? `Topic labels must span an entire level. Found \`${level}\` in \`${topic}\``
      : undefined;
  }
  if (!/^[a-zA-Z0-9_]+$/.test(content)) return `Invalid topic label name \`${content}\` found in \`${topic}\``;
  if (labels.has(content)) return `Duplicate topic label \`${content}\` found in \`${topic}\``;
  labels.add(content);
  return undefined;
}

/**
 * A text that topics have in common when messages of one may be taken for messages of the other, as Smithy sees it: a label stands for
 * any text, but not for one that another topic has in its place.
 */
export function topicKey({ levels }: MqttTopic): string {
  return levels.map(({ content, isLabel }) => (isLabel ? "{}" : content)).join("/");
}
