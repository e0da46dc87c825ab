/** A scene with every type of column, for readers of scene blobs. */
import type { Scene } from "#asset_tools/fpkg/scene_data.ts";

export function sampleScene(): Scene {
  const place = { position: [1, 2.5, -3], rotation: [0, 0, 0, 1], scale: [1, 1, 1] } as const;
  const everything = [
    true,
    -7,
    1.5,
    "\u00e9t\u00e9",
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4],
    [0, 1, 0, 0],
    [1, 0.5, 0, 1],
    { asset: "mesh", name: "core.Cube" },
    0,
  ] as const;
  const nothing = [
    false,
    0,
    0,
    null,
    [0, 0],
    [0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 0, 0],
    null,
    null,
  ] as const;
  return {
    kind: "scene",
    id: "p.S",
    name: "A scene",
    classes: [
      {
        name: "x.Everything",
        role: "behavior",
        fields: [
          { name: "bool", type: "bool" },
          { name: "int", type: "int" },
          { name: "float", type: "float" },
          { name: "string", type: "string" },
          { name: "vec2", type: "vec2" },
          { name: "vec3", type: "vec3" },
          { name: "vec4", type: "vec4" },
          { name: "quat", type: "quat" },
          { name: "color", type: "color" },
          { name: "asset", type: "asset" },
          { name: "entity", type: "entity" },
        ],
      },
      { name: "renderable", role: "builtin", fields: [{ name: "visible", type: "bool" }] },
    ],
    entities: [
      {
        ...place,
        path: "root",
        name: "Root & all",
        parent: -1,
        parts: [{ class: 0, values: everything }],
      },
      { ...place, path: "root/a", name: "a", parent: 0, parts: [{ class: 1, values: [true] }] },
      {
        ...place,
        path: "root/b",
        name: "b",
        parent: 0,
        parts: [
          { class: 0, values: nothing },
          { class: 1, values: [false] },
        ],
      },
      { ...place, path: "root/b/c", name: "c", parent: 2, parts: [] },
      { ...place, path: "d", name: "d", parent: -1, parts: [{ class: 0, values: nothing }] },
    ],
  };
}
