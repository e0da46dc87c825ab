import { MAX_DATA_BYTES } from "#asset_tools/data/compile_data.ts";
import { assetSample, type Samples } from "./sample.ts";

export const dataSamples: Samples = {
  AS9001: assetSample("data", "names.txt", Uint8Array.of(0x4a, 0xf6, 0x72, 0x67)),
  AS9002: assetSample("data", "waves.json", '{\n  "count": 3,\n}\n'),
  AS9003: assetSample("data", "level.bin", new Uint8Array(MAX_DATA_BYTES + 1)),
};
