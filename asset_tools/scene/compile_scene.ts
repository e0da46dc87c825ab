/** SceneCompile and PrefabCompile: a definition, with the prefabs that it needs, to packed columns. */
import type { SceneSchema, SchemaPlaces } from "#compiler/bytecode/scene_schema.ts";
import { type Diagnostic, type Outcome, outcome } from "../document/diagnostic.ts";
import { encodeScene } from "../fpkg/encode_scene.ts";
import { qualifiedName } from "../package_xml/defined.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import type { PrefabDefinition, SceneDefinition } from "../package_xml/scene_definition.ts";
import { checkScene } from "./check_scene.ts";
import { CodePlaces } from "./code_places.ts";
import { CodeTypes } from "./code_types.ts";
import { type ExpandedEntity, expand } from "./expand.ts";
import { PartTyper } from "./type_parts.ts";

export interface SceneInputs {
  /** What the libraries of the code let scenes say. */
  readonly schemas: readonly SceneSchema[];
  /** All prefabs that the definition needs, directly or not. */
  readonly prefabs: readonly PrefabDefinition[];
  /** Where the code declares its classes, for messages. */
  readonly places?: () => readonly SchemaPlaces[];
  /** Of its package and those that it depends on, for hints. */
  readonly knownIndexes?: () => readonly PackageIndex[];
}

/** Compiles one scene or prefab; `file` is the path of its package.xml in diagnostics. */
export function compileScene(
  definition: SceneDefinition | PrefabDefinition,
  file: string,
  { schemas, prefabs, places = () => [], knownIndexes = () => [] }: SceneInputs,
): Outcome<Uint8Array> {
  const byName = new Map(prefabs.map((prefab) => [qualifiedName(prefab), prefab]));
  const { entities: roots, diagnostics } = expand(definition, byName, file);
  const entities: ExpandedEntity[] = [];
  for (const entity of roots) addRows(entity, -1, entities);
  const assets = Object.assign({}, ...prefabs.map((prefab) => prefab.assets), definition.assets);
  const typer = new PartTyper({
    types: new CodeTypes(schemas),
    assets,
    behaviors: Object.assign(
      {},
      ...prefabs.map((prefab) => prefab.behaviors),
      definition.behaviors,
    ),
    places: new CodePlaces(places),
    knownIndexes,
    rows: () => new Map(entities.map(({ path }, row) => [path, row])),
    file,
  });
  for (const entity of entities) entity.parts = typer.partsOf(entity);
  const { classes } = typer;
  const problems = withoutRepeats([
    ...diagnostics,
    ...typer.diagnostics,
    ...checkScene(definition.id, entities, classes, file),
  ]);
  const { kind } = definition;
  const id = qualifiedName(definition);
  const name = kind === "scene" ? definition.name : definition.root.name || definition.id;
  return outcome(problems, () => encodeScene({ kind, id, name, classes, entities }));
}

/** Parents come before their children. */
function addRows(entity: ExpandedEntity, parent: number, rows: ExpandedEntity[]): void {
  entity.parent = parent;
  entity.name ||= entity.id;
  const row = rows.push(entity) - 1;
  for (const child of entity.children) addRows(child, row, rows);
}

/** What is wrong in a prefab shows at each instance once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const problem of diagnostics) {
    const key = `${problem.message} ${problem.element?.join("/")}`;
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()];
}
