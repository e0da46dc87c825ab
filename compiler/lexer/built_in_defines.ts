/** The flags that `#if` sees in every program and every mode, so that one compiled library serves all of them. */
import type { Defines } from "./conditions.ts";

/** Haxe's own names; `static` because basic types are not nullable here. */
const builtIn: Defines = new Map([
  ["haxe", "4.3.0"],
  ["haxe_ver", "4.3"],
  ["haxe3", "1"],
  ["haxe4", "1"],
  ["haxe_game", "1"],
  ["static", "1"],
  ["sys", "1"],
  ["utf16", "1"],
  ["target.static", "1"],
  ["target.sys", "1"],
  ["target.unicode", "1"],
  ["target.utf16", "1"],
  ["target.name", "haxe_game"],
]);

/** What a program is compiled with: the flags given to it win. */
export function definesWith(given: Defines): Defines {
  return new Map([...builtIn, ...given]);
}
