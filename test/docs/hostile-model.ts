/** Text that tries to be more than text, for every place of a page where a model's words end up. */
const attacks = [
  "</code></pre><script>alert(1)</script>",
  "{{constructor.constructor('alert(1)')()}}",
  "``` \n# Heading\n```",
  ".. raw:: html\n\n   <script>alert(1)</script>",
  ".. include:: /etc/passwd",
  "`x <javascript:alert(1)>`__ |substitution| footnote_ [1]_ :role:`text`",
  "[click](javascript:alert(1)) ![image](x) <img src=x onerror=alert(1)>",
  "--option argument",
  "-- attribution",
  "— attribution",
  "(i) roman",
  "1. one",
  "====  ====",
  "+---+",
  "/V option",
  ":field: value",
  ">>> doctest",
  "literal::",
  "ends with a backslash\\",
  "``",
  "*",
  "**strong",
  "<!-- comment",
  "<div v-pre>",
  "&lt;script&gt; &#60;",
  "line\nbreak\r\nreturn\u2028separator",
];

/** A model, as JSON AST, in which every text is an attack. */
export function hostileModel(): string {
  let turn = 0;
  const attack = (): string => attacks[turn++ % attacks.length] ?? "";
  const members = Object.fromEntries(
    attacks.map((text, index) => [
      `member${index}`,
      {
        target: index % 3 === 0 ? "test.hostile#Kind" : index % 3 === 1 ? "test.hostile#Kinds" : "smithy.api#String",
        traits: {
          "smithy.api#documentation": text,
          "smithy.api#deprecated": { message: text, since: text },
          "smithy.api#pattern": index % 3 === 2 ? `(?:${text.replace(/[^A-Za-z`{}<|]/g, "")})` : undefined,
          "smithy.api#externalDocumentation": { [`${text} ${index}`]: "https://example.com/a_b_?c=`d`&e=<f>" },
        },
      },
    ]),
  );
  const structure = (traits: object): object => ({ type: "structure", members, traits });
  return JSON.stringify({
    smithy: "2.0",
    shapes: {
      "test.hostile#Service": {
        type: "service",
        version: attack(),
        operations: [{ target: "test.hostile#Run" }],
        traits: {
          "smithy.api#title": attacks.join(" "),
          "smithy.api#documentation": attacks.join("\n\n"),
          "aws.protocols#awsJson1_1": {},
          "smithy.api#externalDocumentation": { bad: "javascript:alert(1)", good: "https://example.com/" },
        },
      },
      "test.hostile#Run": {
        type: "operation",
        input: { target: "test.hostile#RunInput" },
        output: { target: "test.hostile#RunOutput" },
        errors: [{ target: "test.hostile#Failure" }],
        traits: {
          "smithy.api#documentation": attacks.map((text) => `<p>${text}</p>`).join("\n"),
          "smithy.api#examples": attacks.map((text, index) => ({
            title: `${text} ${index}`,
            documentation: text,
            input: { member2: text },
            output: { member2: text },
          })),
        },
      },
      "test.hostile#RunInput": structure({ "smithy.api#input": {} }),
      "test.hostile#RunOutput": structure({ "smithy.api#output": {} }),
      "test.hostile#Failure": structure({ "smithy.api#error": "client", "smithy.api#documentation": attack() }),
      "test.hostile#Kinds": { type: "list", member: { target: "test.hostile#Held" } },
      "test.hostile#Held": structure({ "smithy.api#documentation": attacks.join("\n\n") }),
      "test.hostile#Kind": {
        type: "enum",
        members: Object.fromEntries(
          attacks.map((text, index) => [
            `VALUE_${index}`,
            { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": `${text}${index}` } },
          ]),
        ),
      },
    },
  });
}
