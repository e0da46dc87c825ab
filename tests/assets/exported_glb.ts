/** What GLB files of ours must be like to others. */
/// <reference path="../../asset_tools/gltf/gltf_validator.d.ts" />
import validator from "gltf-validator";
import { type GLTF, GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

/** What glTF's validator has against a file: errors, with nothing forgiven. */
export async function validatorErrors(glb: Uint8Array): Promise<string[]> {
  const { issues } = await validator.validateBytes(new Uint8Array(glb), {
    format: "glb",
    writeTimestamp: false,
    maxIssues: 0,
    ignoredIssues: [],
    severityOverrides: {},
    externalResourceFunction: async (uri) => {
      throw new Error(`It names ${uri}`);
    },
  });
  return issues.messages
    .filter(({ severity }) => severity === 0)
    .map(({ code, pointer }) => `${code} ${pointer}`);
}

/** The file as three.js has it. */
export function openInThree(glb: Uint8Array): Promise<GLTF> {
  const { buffer } = new Uint8Array(glb);
  return new GLTFLoader().parseAsync(buffer, "");
}

/** The JSON of a file. */
export function jsonOf(glb: Uint8Array): Record<string, unknown> {
  const view = new DataView(glb.buffer, glb.byteOffset, glb.byteLength);
  return JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + view.getUint32(12, true))));
}
