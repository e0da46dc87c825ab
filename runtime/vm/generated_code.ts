/** The one place where text becomes code: JIT modules and the small functions made for a class or a signature. */

/** A function from parameter names and a body, in strict mode. */
// biome-ignore lint/suspicious/noExplicitAny: generated code is typed by its caller
export function generate(parameters: readonly string[], body: string): (...values: any[]) => any {
  // biome-ignore lint/security/noGlobalEval: this is a compiler's back end; the text comes from our own printers
  return globalThis.eval(`(function (${parameters.join(", ")}) { "use strict";\n${body}\n})`);
}

/** The value of an expression's text; used for modules, which bring their own `sourceURL`. */
// biome-ignore lint/suspicious/noExplicitAny: generated code is typed by its caller
export function evaluateText(text: string): any {
  // biome-ignore lint/security/noGlobalEval: see above
  return globalThis.eval(text);
}

/**
 * Stores properties by named assignment, which keeps an object fast whatever their number; V8 turns one that is filled
 * by computed names into a hash table.
 */
export function storeNamed(object: object, entries: readonly (readonly [string, unknown])[]): void {
  const stores = entries.map(
    ([name], index) => `object[${JSON.stringify(name)}] = values[${index}];`,
  );
  generate(["object", "values"], stores.join("\n"))(
    object,
    entries.map(([, value]) => value),
  );
}

/** An identifier for a path, as JIT code and stack traces use it: `.` becomes `$`. */
export function identifierOf(path: string): string {
  return path.replaceAll(/[^\w$]/g, "$");
}

/** `a0, a1, …` */
export function parameterNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `a${index}`);
}
