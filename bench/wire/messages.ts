/** Messages that both sides write and read, as the data that either's types have. Made of a counter, so that every run has the same. */

type Data = Readonly<Record<string, unknown>>;

const words = "layer index table region bucket metric digest tenant stream quota".split(" ");

const wordAt = (number: number): string => words[number % words.length] ?? "";

/** A record of a shop, as the data model of DynamoDB has it. */
function item(number: number): Data {
  return {
    pk: { S: `customer#${100_000 + number}` },
    sk: { S: `order#2026-04-${String(1 + (number % 28)).padStart(2, "0")}#${number * 7919}` },
    total: { N: String(((number * 37) % 100_000) / 100) },
    paid: { BOOL: number % 3 !== 0 },
    note: {
      S: `${wordAt(number)} ${wordAt(number + 3)}: the ${wordAt(number * 7)} of the ${wordAt(number * 5)} was moved`,
    },
    tags: { SS: [wordAt(number), wordAt(number + 1), wordAt(number + 2)] },
    address: {
      M: {
        street: { S: `${number} Harbour Road` },
        city: { S: number % 5 === 0 ? "Zürich" : "Bristol" },
        position: { L: [{ N: String(51 + number / 1000) }, { N: String(-2 - number / 1000) }] },
      },
    },
  };
}

const items = (count: number): readonly Data[] => Array.from({ length: count }, (_, number) => item(number));

export const putItem = (): Data => ({ TableName: "orders", Item: item(1), ReturnConsumedCapacity: "TOTAL" });

export const batchWrite = (count: number): Data => ({
  RequestItems: { orders: items(count).map((Item) => ({ PutRequest: { Item } })) },
});

export const query = (count: number): Data => ({
  Items: items(count),
  Count: count,
  ScannedCount: count,
  ConsumedCapacity: { TableName: "orders", CapacityUnits: 2.5 },
});

export const logEvents = (count: number): Data => ({
  logGroupName: "/service/orders",
  logStreamName: "2026/04/02/[$LATEST]6d2c",
  logEvents: Array.from({ length: count }, (_, number) => ({
    timestamp: 1_775_088_000_000 + number * 13,
    message: `{"level":"info","request":"${number * 104_729}","${wordAt(number)}":"${wordAt(number + 4)}","ms":${number % 97}}`,
  })),
});

export const filteredEvents = (count: number): Data => ({
  events: Array.from({ length: count }, (_, number) => ({
    logStreamName: `2026/04/02/${wordAt(number)}`,
    timestamp: 1_775_088_000_000 + number * 13,
    message: `GET /orders/${number * 104_729} 200 ${number % 97} ms ${wordAt(number)}`,
    ingestionTime: 1_775_088_000_100 + number * 13,
    eventId: `3651${String(number).padStart(12, "0")}`,
  })),
  searchedLogStreams: [{ logStreamName: "2026/04/02/layer", searchedCompletely: true }],
});

export const metricData = (count: number): Data => ({
  Namespace: "Orders",
  MetricData: Array.from({ length: count }, (_, number) => ({
    MetricName: `${wordAt(number)}Latency`,
    Dimensions: [
      { Name: "Region", Value: "eu-west-1" },
      { Name: "Table", Value: wordAt(number + 1) },
    ],
    Timestamp: new Date(1_775_088_000_000 + number * 60_000),
    Value: ((number * 7919) % 10_000) / 7,
    Unit: "Milliseconds",
    StorageResolution: 60,
  })),
});

export const alarms = (count: number): Data => ({
  MetricAlarms: Array.from({ length: count }, (_, number) => ({
    AlarmName: `${wordAt(number)}-latency-${number}`,
    AlarmArn: `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${wordAt(number)}-latency-${number}`,
    AlarmDescription: `The latency of the ${wordAt(number)} is higher than ${number % 900} ms`,
    AlarmConfigurationUpdatedTimestamp: new Date(1_775_088_000_000 + number * 60_123),
    ActionsEnabled: number % 4 !== 0,
    OKActions: [],
    AlarmActions: [`arn:aws:sns:eu-west-1:123456789012:${wordAt(number + 1)}`],
    StateValue: number % 7 === 0 ? "ALARM" : "OK",
    StateReason: `Threshold Crossed: 1 datapoint (${number % 97}) was not greater than ${number % 900}`,
    StateUpdatedTimestamp: new Date(1_775_088_000_000 + number * 61_000),
    MetricName: `${wordAt(number)}Latency`,
    Namespace: "Orders",
    Statistic: "Average",
    Dimensions: [{ Name: "Region", Value: "eu-west-1" }],
    Period: 60,
    EvaluationPeriods: 1 + (number % 3),
    Threshold: (number % 900) / 7,
    ComparisonOperator: "GreaterThanThreshold",
  })),
});

export const deletion = (count: number): Data => ({
  Objects: Array.from({ length: count }, (_, number) => ({
    Key: `${wordAt(number)}/2026/04/${number * 7919}/${wordAt(number + 5)}.json`,
    VersionId: `v${number * 104_729}`,
  })),
  Quiet: true,
});

export const listing = (count: number): Data => ({
  Name: "orders",
  Prefix: "",
  KeyCount: count,
  MaxKeys: 1000,
  IsTruncated: false,
  Contents: Array.from({ length: count }, (_, number) => ({
    Key: `${wordAt(number)}/2026/04/${number * 7919}/${wordAt(number + 5)}.json`,
    LastModified: new Date(1_775_088_000_000 + number * 13_000),
    ETag: `"${String(number * 104_729).padStart(32, "0")}"`,
    Size: number * 37,
    StorageClass: "STANDARD",
  })),
});
