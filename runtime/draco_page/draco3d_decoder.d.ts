/** The package draco3d has no types. */
declare module "draco3d/draco_decoder_nodejs.js" {
  export default function createDecoder(settings: {
    readonly wasmBinary: Uint8Array<ArrayBuffer>;
  }): Promise<unknown>;
}

declare module "draco3d/draco_decoder.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
