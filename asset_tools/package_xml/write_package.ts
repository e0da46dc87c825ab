/** A package as a new file, which is read as the same package. */
import type { DefinitionKind } from "./defined.ts";
import type { Definition, PackageModel } from "./model.ts";
import { assetsElement } from "./read_asset.ts";
import { dependencyElement, packageElement } from "./read_package.ts";
import { writeElement } from "./schema/write_element.ts";
import { writeAnimation } from "./write_animation.ts";
import { writeAudio } from "./write_audio.ts";
import { writeBehavior } from "./write_behavior.ts";
import { writeData } from "./write_data.ts";
import { writeMaterial } from "./write_material.ts";
import { writeMesh } from "./write_mesh.ts";
import { writePrefab, writeScene } from "./write_scene.ts";
import { writeShader } from "./write_shader.ts";
import { writeTexture } from "./write_texture.ts";
import { type NewElement, writeXml } from "./write_xml.ts";

type Writer<K extends DefinitionKind> = (
  definition: Extract<Definition, { kind: K }>,
) => NewElement;

const writers: { readonly [K in DefinitionKind]: Writer<K> } = {
  texture: writeTexture,
  mesh: writeMesh,
  shader: writeShader,
  material: writeMaterial,
  audio: writeAudio,
  animation: writeAnimation,
  data: writeData,
  prefab: writePrefab,
  scene: writeScene,
};

/** The text of a package.xml; assets come before prefabs and those before scenes, as when they are read. */
export function writePackageXml(model: PackageModel): string {
  const { id, version, dependencies, definitions, behaviors } = model;
  const pick = (has: (kind: DefinitionKind) => boolean) => ({
    elements: definitions
      .filter(({ kind }) => has(kind))
      .map((one) => (writers[one.kind] as Writer<DefinitionKind>)(one)),
  });
  const needs = dependencies.map((each) => writeElement("dependency", dependencyElement, each));
  return writeXml(
    writeElement("package", packageElement, {
      id,
      version,
      dependencies: { elements: needs },
      assets: pick((kind) => Object.hasOwn(assetsElement.children, kind)),
      behaviors: { elements: behaviors.map(writeBehavior) },
      prefabs: pick((kind) => kind === "prefab"),
      scenes: pick((kind) => kind === "scene"),
    }),
  );
}
