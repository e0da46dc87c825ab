/** A token in the words of a message. */
import { keywords, type Token } from "#compiler/syntax/token.ts";

const keywordSet: ReadonlySet<string> = new Set(keywords);

export function isKeyword(token: Token): boolean {
  return keywordSet.has(token.kind);
}

export function describeToken(token: Token): string {
  switch (token.kind) {
    case "Eof":
      return "the end of the file";
    case "Ident":
      return `\`${token.text}\``;
    case "Dollar":
      return `\`$${token.text}\``;
    case "Int":
    case "Float":
      return `number \`${token.text}\``;
    case "String":
    case "Template":
      return "a string";
    case "Regexp":
      return "a regular expression";
    case "Markup":
      return "a markup literal";
    case "Directive":
      return `\`#${token.text}\``;
    default:
      return isKeyword(token) ? `keyword \`${token.kind}\`` : `\`${token.kind}\``;
  }
}
