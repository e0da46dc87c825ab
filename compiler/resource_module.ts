/**
 * Files that a program carries, for `haxe.Resource`: written as a Haxe module of the library that brings them, they take
 * the way of all code into every mode, and a reload exchanges them.
 */

/** A file's content under the name that the program asks for. */
export interface Resource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where the module belongs: `haxe.internal.resources.CLASS`. */
export const RESOURCE_PACKAGE = ["haxe", "internal", "resources"];

/** The text of the module. The class keeps itself in the program, and is initialised before those that may ask it. */
export function resourceModule(className: string, resources: readonly Resource[]): string {
  const entries = resources.flatMap(({ name, bytes }) => [
    JSON.stringify(name),
    `"${Buffer.from(bytes).toString("base64")}"`,
  ]);
  return [
    `package ${RESOURCE_PACKAGE.join(".")};`,
    "",
    "/** Files for `haxe.Resource`; written by the build. **/",
    `@:keep @:initFirst class ${className} {`,
    "\tstatic function __init__() {",
    "\t\t@:privateAccess haxe.Resource.add(content);",
    "\t}",
    "",
    "\tstatic function content():Array<String> {",
    `\t\treturn [${entries.join(", ")}];`,
    "\t}",
    "}",
    "",
  ].join("\n");
}

/** A class name of its own for each library. */
export function resourceClassName(library: string): string {
  const plain = library.replace(/[^A-Za-z0-9]/g, (char) => `_${char.charCodeAt(0).toString(16)}`);
  return `Of_${plain}`;
}
