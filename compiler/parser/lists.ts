/** Comma-separated lists in brackets. */
import type { Token, TokenKind } from "#compiler/syntax/token.ts";
import type { Parser } from "./parser.ts";

/** Reads items up to the closing token, which it takes; a comma may stand before it. */
export function parseList<Item>(
  parser: Parser,
  open: Token,
  close: TokenKind,
  what: string,
  parseItem: (parser: Parser) => Item,
): Item[] {
  const items: Item[] = [];
  while (!parser.at(close) && !parser.isPanicking) {
    if (parser.at(",")) {
      parser.fail(what);
      break;
    }
    items.push(parseItem(parser));
    if (parser.at(close) || parser.accept(",")) continue;
    if (parser.at("Eof")) parser.unclosed(open);
    else parser.fail(`\`,\` or \`${close}\``);
  }
  parser.accept(close);
  parser.isClosed = false;
  return items;
}
