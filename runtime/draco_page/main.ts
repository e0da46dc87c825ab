/** The script `draco.js`, which a page imports when a mesh needs Draco. */
/// <reference path="./draco3d_decoder.d.ts" />

import wasm from "draco3d/draco_decoder.wasm";
import createDecoder from "draco3d/draco_decoder_nodejs.js";
import {
  type DecodeDraco,
  type DracoModule,
  dracoDecoder,
} from "#asset_tools/fpkg/draco_decoder.ts";

export async function loadDraco(): Promise<DecodeDraco> {
  return dracoDecoder((await createDecoder({ wasmBinary: wasm })) as DracoModule);
}
