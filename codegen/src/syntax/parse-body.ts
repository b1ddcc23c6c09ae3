import type { Cursor } from "./cursor.js";
import { messages } from "./messages.js";
import { skipToMember } from "./recovery.js";
import type { Documentation, SyntaxNode } from "./tree.js";

export interface Body<Member> extends SyntaxNode {
  readonly members: readonly Member[];
}

/**
 * `"{" [WS] *(member [WS]) "}"`, the form of every shape's body. A member that does not parse is reported and left out.
 *
 * @param parseMember gives undefined when it reported something itself and there is no member to keep
 */
export function parseBody<Member>(
  cursor: Cursor,
  parseMember: (documentation: Documentation | undefined) => Member | undefined,
): Body<Member> {
  const start = cursor.start;
  // The head of the shape did not parse, and its line had no brace.
  if (!cursor.is("LBRACE") && cursor.abandoned) return { start, end: start, members: [] };
  cursor.expectAndSkip("LBRACE");
  const members: Member[] = [];
  for (;;) {
    const documentation = cursor.skipWhitespaceAndDocumentation();
    const isLast = cursor.is("RBRACE") || cursor.is("EOF");
    if (isLast && documentation !== undefined) cursor.documentation.reportUnattached(documentation, documentation);
    if (cursor.is("RBRACE")) break;
    if (cursor.is("EOF")) {
      reportUnclosed(cursor, start);
      break;
    }
    const memberStart = documentation?.start ?? cursor.start;
    try {
      const member = parseMember(documentation);
      if (member !== undefined) members.push(member);
    } catch (failure) {
      cursor.recoverFrom(failure);
      skipToMember(cursor, memberStart);
    }
    if (cursor.abandoned) break;
  }
  if (cursor.abandoned) return { start, end: cursor.start, members };
  const end = cursor.end;
  cursor.next();
  return { start, end, members };
}

function reportUnclosed(cursor: Cursor, start: number): void {
  const location = { source: cursor.source, start, end: start + 1 };
  cursor.report(messages.expected(["RBRACE"], "EOF", ""), cursor.here(), {
    related: [{ message: "The brace that is not closed", location }],
  });
  cursor.recoveries += 1;
  cursor.abandoned = true;
}
