/** Flags that give a file an id. */

/** `ID=PATH` or `PATH`. */
export function splitAssignment(text: string): [string | undefined, string] {
  const at = text.indexOf("=");
  return at < 0 ? [undefined, text] : [text.slice(0, at), text.slice(at + 1)];
}

/** `core/Bricks.texture` is the blob of `Bricks`. */
export function fileStem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}
