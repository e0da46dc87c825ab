import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import { type Action, type ActionResult, readText, SUCCESS, writeText } from "./action.ts";

/** The parts of a scene's or prefab's definition that name code. */
interface EntityParts {
  readonly codeBehind?: string;
  readonly components?: Readonly<Record<string, unknown>>;
  readonly children?: readonly EntityParts[];
  readonly overrides?: readonly EntityParts[];
}

interface Definition {
  readonly package: string;
  /** Behaviours that it names by an id, by `package.Id`. */
  readonly behaviors?: Readonly<Record<string, { readonly class: string }>>;
  readonly entities?: readonly EntityParts[];
  readonly root?: EntityParts;
}

/** The behaviours that a package names. */
interface Registry {
  readonly behaviors: readonly { readonly class: string }[];
}

/**
 * `entry [--scene FILE.json]... [--behaviors FILE.json]... [--schema FILE.json]... --main pack.Main --name Class --out FILE.hx`: the class that starts a
 * game. It makes the tables of the behaviours and components that scenes and prefabs name, and of the behaviours that packages
 * register, so that one that is missing breaks the build and not the game, and calls the game's own `main`. Schemas say which class a component's short name means.
 */
export function entryAction(action: Action): ActionResult {
  const { flags } = action;
  const definitions = readAll<Definition>(action, "scene");
  const all = definitions.flatMap(partsOf);
  const registered = readAll<Registry>(action, "behaviors").flatMap(({ behaviors }) => behaviors);
  const behaviors = new Set([
    ...definitions.flatMap(behaviorsOf),
    ...registered.map((behavior) => behavior.class),
  ]);
  const names = new Set(all.flatMap(({ components = {} }) => Object.keys(components)));
  const components = readAll<SceneSchema>(action, "schema")
    .flatMap(({ classes }) => classes)
    .filter(({ role, path }) => role === "component" && isNamed(path, names))
    .map(({ path }) => path);
  const tables = { behaviors: [...behaviors].sort(), components: components.sort() };
  writeText(action, flags.one("out"), entryClass(flags.one("name"), flags.one("main"), tables));
  return SUCCESS;
}

function readAll<Content>(action: Action, flag: string): Content[] {
  return action.flags.list(flag).map((path) => JSON.parse(readText(action, path)) as Content);
}

function partsOf({ entities = [], root }: Definition): EntityParts[] {
  return [...entities, ...(root ? [root] : [])].flatMap(withInner);
}

/** Class paths of the behaviours that a scene or prefab names. */
function behaviorsOf(definition: Definition): string[] {
  const { package: owner, behaviors = {} } = definition;
  return partsOf(definition).flatMap(({ codeBehind: name }) => {
    if (name === undefined) return [];
    return behaviors[name.includes(".") ? name : `${owner}.${name}`]?.class ?? name;
  });
}

function withInner(parts: EntityParts): EntityParts[] {
  const inner = [...(parts.children ?? []), ...(parts.overrides ?? [])];
  return [parts, ...inner.flatMap(withInner)];
}

function isNamed(path: string, names: ReadonlySet<string>): boolean {
  return names.has(path) || names.has(path.slice(path.lastIndexOf(".") + 1));
}

interface Tables {
  readonly behaviors: readonly string[];
  readonly components: readonly string[];
}

function entryClass(name: string, main: string, { behaviors, components }: Tables): string {
  return [
    "/** Starts the game; written by the build from the scenes and prefabs of its packages. **/",
    `class ${name} {`,
    "\tstatic function main() {",
    "\t\tcore.scene.Behaviors.create = createBehavior;",
    "\t\tcore.scene.Components.create = createComponent;",
    `\t\t@:privateAccess ${main}.main();`,
    "\t}",
    "",
    ...factory("createBehavior", "core.Behavior", behaviors),
    "",
    ...factory("createComponent", "core.Component", components),
    "}",
    "",
  ].join("\n");
}

function factory(name: string, base: string, paths: readonly string[]): string[] {
  return [
    `\tstatic function ${name}(path:String):Null<${base}> {`,
    "\t\treturn switch (path) {",
    ...paths.map((path) => `\t\t\tcase "${path}": new ${path}();`),
    "\t\t\tdefault: null;",
    "\t\t}",
    "\t}",
  ];
}
