import { commandSamples } from "./command_samples.ts";
import { dataSamples } from "./data_samples.ts";
import { fbxSamples } from "./fbx_samples.ts";
import { gltfSamples } from "./gltf_samples.ts";
import { meshSamples } from "./mesh_samples.ts";
import { packageFileSamples } from "./package_file_samples.ts";
import { packageSamples } from "./package_samples.ts";
import type { Samples } from "./sample.ts";
import { sceneSamples } from "./scene_samples.ts";
import { shaderSamples } from "./shader_samples.ts";
import { soundSamples } from "./sound_samples.ts";
import { textureSamples } from "./texture_samples.ts";

/** A mistake for each code. */
export const samples: Samples = {
  ...packageSamples,
  ...sceneSamples,
  ...textureSamples,
  ...meshSamples,
  ...fbxSamples,
  ...gltfSamples,
  ...shaderSamples,
  ...soundSamples,
  ...dataSamples,
  ...packageFileSamples,
  ...commandSamples,
};
