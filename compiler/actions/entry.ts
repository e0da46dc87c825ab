import { type Action, type ActionResult, readText, SUCCESS, writeText } from "./action.ts";

/** The part of a scene's definition that names code. */
interface SceneDefinition {
  readonly entities: readonly { readonly codeBehind?: string }[];
}

/**
 * `entry [--scene FILE.json]... --main pack.Main --name Class --out FILE.hx`: the class that starts a game. It makes the
 * table of the behaviours that the scenes name, so that one that is missing breaks the build and not the game, and
 * calls the game's own `main`.
 */
export function entryAction(action: Action): ActionResult {
  const { flags } = action;
  const scenes = flags
    .list("scene")
    .map((path) => JSON.parse(readText(action, path)) as SceneDefinition);
  const behaviors = new Set(
    scenes.flatMap(({ entities }) => entities.flatMap(({ codeBehind }) => codeBehind ?? [])),
  );
  writeText(
    action,
    flags.one("out"),
    entryClass(flags.one("name"), flags.one("main"), [...behaviors].sort()),
  );
  return SUCCESS;
}

function entryClass(name: string, main: string, behaviors: readonly string[]): string {
  const cases = behaviors.map((path) => `\t\t\tcase "${path}": new ${path}();`);
  return [
    "/** Starts the game; written by the build from the scenes of its packages. **/",
    `class ${name} {`,
    "\tstatic function main() {",
    "\t\tcore.scene.Behaviors.create = create;",
    `\t\t@:privateAccess ${main}.main();`,
    "\t}",
    "",
    "\tstatic function create(path:String):Null<core.Behavior> {",
    "\t\treturn switch (path) {",
    ...cases,
    "\t\t\tdefault: null;",
    "\t\t}",
    "\t}",
    "}",
    "",
  ].join("\n");
}
