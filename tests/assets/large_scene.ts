/** A scene of 10,000 entities in a hundred groups, as its fragment of package.xml, and the code that it names. */
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";

export function largeSceneFragment(): string {
  const entities = Array.from({ length: 100 }, (_, group) => groupXml(group)).join("\n");
  const text = `<package id="p" version="1"><assets/><scenes><scene id="S">${entities}</scene></scenes></package>`;
  return splitPackage(text, "p.xml", []).value?.fragments.get("S") as string;
}

/** A group and 99 things in it: half with a component of the code, a third with a behaviour. */
function groupXml(group: number): string {
  const inner = Array.from({ length: 99 }, (_, index) => {
    const health = index % 2 === 0 ? `<Health points="${index + 1}"/>` : "";
    const spin = index % 3 === 0 ? ` codeBehind="x.Spin"` : "";
    const params = index % 3 === 0 ? `<params><speed>${index / 4}</speed></params>` : "";
    return `<entity id="e${index}"${spin}><transform><position x="${index}" y="${group}" z="1.5"/></transform>
      <components><light kind="point" color="1 0.5 0" range="${index + 1}"/><renderable castShadows="false"/>${health}</components>${params}</entity>`;
  });
  return `<entity id="g${group}">${inner.join("\n")}</entity>`;
}

const RANGE = { isRequired: false, min: 0, max: 1000 };
export const LARGE_SCENE_CODE: SceneSchema = {
  classes: [
    {
      path: "x.Health",
      role: "component",
      ancestors: [],
      params: [{ name: "points", type: { kind: "int" }, initial: 1, ...RANGE }],
    },
    {
      path: "x.Spin",
      role: "behavior",
      ancestors: [],
      params: [{ name: "speed", type: { kind: "float" }, initial: 1, ...RANGE }],
    },
  ],
};
