/** Checks that everything a package names exists, is of the right kind and comes from a declared dependency. */
import { type Diagnostic, type ElementPath, elementDiagnostic } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import {
  type Definition,
  type DefinitionKind,
  indexOf,
  type PackageIndex,
  type PackageModel,
} from "./model.ts";
import type { EntityDefinition, SceneDefinition } from "./scene_definition.ts";

/** A name used somewhere in package.xml. */
interface Use {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly element: ElementPath;
}

/** All reference problems of `model`; `dependencies` are the indexes of the packages it declares. */
export function checkReferences(
  model: PackageModel,
  dependencies: readonly PackageIndex[],
  file: string,
): Diagnostic[] {
  const packages = new Map([indexOf(model), ...dependencies].map((index) => [index.id, index]));
  return [
    ...model.definitions.flatMap(listUses).flatMap((use) => checkUse(use, model, packages, file)),
    ...model.definitions.flatMap((definition) =>
      definition.kind === "scene" ? checkScene(definition, file) : [],
    ),
  ];
}

/** Qualified names of the assets that a definition needs, each once, in order of use. */
export function listReferences(definition: Definition): { kind: DefinitionKind; name: string }[] {
  const uses = new Map(
    listUses(definition).map(({ kind, name }) => [`${kind}:${name}`, { kind, name }]),
  );
  return [...uses.values()];
}

function listUses(definition: Definition): Use[] {
  switch (definition.kind) {
    case "texture":
    case "mesh":
    case "shader":
      return [];
    case "material": {
      const element = ["assets", `material:${definition.id}`];
      const textures = definition.properties.flatMap(({ name, value }): Use[] =>
        value.kind === "texture"
          ? [
              {
                kind: "texture",
                name: value.texture,
                element: [...element, "properties", name, "#text"],
              },
            ]
          : [],
      );
      return [
        { kind: "shader", name: definition.shader, element: [...element, "shader", "#text"] },
        ...textures,
      ];
    }
    case "scene":
      return definition.entities.flatMap((entity) => {
        const components = [...entityPath(definition, entity), "components"];
        const uses: Use[] = [];
        if (entity.mesh !== null)
          uses.push({
            kind: "mesh",
            name: entity.mesh,
            element: [...components, "mesh", "@asset"],
          });
        if (entity.material !== null) {
          uses.push({
            kind: "material",
            name: entity.material,
            element: [...components, "material", "@asset"],
          });
        }
        return uses;
      });
  }
}

/** Element path of an entity, through its parents. */
export function entityPath(scene: SceneDefinition, entity: EntityDefinition): string[] {
  const parent = scene.entities[entity.parent];
  const above = parent === undefined ? ["scenes", `scene:${scene.id}`] : entityPath(scene, parent);
  return [...above, `entity:${entity.id}`];
}

function checkUse(
  use: Use,
  model: PackageModel,
  packages: ReadonlyMap<string, PackageIndex>,
  file: string,
): Diagnostic[] {
  const [packageId, id] = use.name.split(".") as [string, string];
  const owner = packages.get(packageId);
  if (owner === undefined) {
    const args = { package: packageId, from: model.id };
    const hint =
      didYouMean(packageId, packages.keys()) ??
      `Add \`<dependency id="${packageId}"/>\` to \`<dependencies>\``;
    return [elementDiagnostic("PK3003", file, use.element, args, hint)];
  }
  const found = owner.ids.find((candidate) => candidate.id === id);
  if (found === undefined) {
    const names = namesOf(use.kind, model, packages);
    const near = didYouMean(use.name, names) ?? didYouMean(id, names);
    return [
      elementDiagnostic("PK3001", file, use.element, { kind: use.kind, name: use.name }, near),
    ];
  }
  if (found.kind !== use.kind) {
    const args = { name: use.name, found: found.kind, expected: use.kind };
    return [elementDiagnostic("PK3002", file, use.element, args)];
  }
  return [];
}

/** What a user could have written: own ids short, the others with their package. */
function namesOf(
  kind: DefinitionKind,
  model: PackageModel,
  packages: ReadonlyMap<string, PackageIndex>,
): string[] {
  return [...packages.values()].flatMap((index) =>
    index.ids
      .filter((candidate) => candidate.kind === kind)
      .map(({ id }) => (index.id === model.id ? id : `${index.id}.${id}`)),
  );
}

function checkScene(scene: SceneDefinition, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const active = scene.entities.filter((entity) => entity.camera?.active);
  const second = active[1];
  if (second !== undefined) {
    const element = [...entityPath(scene, second), "components", "camera"];
    diagnostics.push(
      elementDiagnostic("PK3008", file, element, { scene: scene.id, count: active.length }),
    );
  }
  for (const entity of scene.entities) {
    if ((entity.mesh === null) === (entity.material === null)) continue;
    const [present, missing] = entity.mesh === null ? ["material", "mesh"] : ["mesh", "material"];
    const element = [...entityPath(scene, entity), "components", present as string];
    const args = { entity: entity.id, present: present as string, missing: missing as string };
    diagnostics.push(elementDiagnostic("PK3009", file, element, args));
  }
  return diagnostics;
}
