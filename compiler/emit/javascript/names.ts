/** JavaScript names. Haxe identifiers have no `$`, so everything the printer makes up has one. */
import type { IrFunction } from "#compiler/ir/ir.ts";

/** An identifier for a path: `game.Player.update` becomes `game$Player$update`. */
export function identifierOf(path: string): string {
  return path.replaceAll(/[^\w$]/g, "$");
}

/** One name a local; locals that share a name in Haxe, in different scopes, are told apart by a number. */
export function localNames(fn: IrFunction): string[] {
  const seen = new Map<string, number>();
  return fn.locals.map(({ name }) => {
    const plain = name === "this" ? "$this" : identifierOf(name);
    const count = seen.get(plain) ?? 0;
    seen.set(plain, count + 1);
    if (count > 0) return `${plain}$${count}`;
    return reserved.has(plain) || /^\d/.test(plain) ? `$${plain}` : plain;
  });
}

/** Property access: `.name`, or `["name"]` where the name is no identifier. */
export function member(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Words that cannot name a variable in strict JavaScript, and globals that printed code uses. */
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof var void while with yield " +
    "Array Infinity Math NaN Object undefined"
  ).split(" "),
);
