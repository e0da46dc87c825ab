/** A behaviour and a component, as the compiler tells the asset compiler of them. */
import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";

export const SAMPLE_CODE: SceneSchema = {
  classes: [
    {
      path: "x.Spin",
      role: "behavior",
      ancestors: [],
      params: [
        { name: "speed", type: { kind: "float" }, isRequired: false, initial: 1, min: 0, max: 9 },
        {
          name: "home",
          type: { kind: "entity" },
          isRequired: false,
          initial: null,
          min: null,
          max: null,
        },
      ],
    },
    {
      path: "x.Health",
      role: "component",
      ancestors: [],
      params: [
        {
          name: "points",
          type: { kind: "int" },
          isRequired: true,
          initial: null,
          min: null,
          max: null,
        },
      ],
    },
  ],
};
