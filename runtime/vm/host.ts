/** What the VM asks of where it runs: the page, headless Node and the command line each give their own. */

export interface Host {
  /** Standard output and error; the text is written as it is. */
  print(text: string): void;
  printError(text: string): void;
  /** Seconds since some fixed moment. */
  time(): number;
  /** Milliseconds since 1970 began in UTC; fixed where the run must repeat. */
  now(): number;
  /** Minutes that the local zone is ahead of UTC at that time. */
  zoneOffset(time: number): number;
  args(): readonly string[];
  /** Is the key (USB HID usage id) held? */
  keyDown(code: number): boolean;
  /** Size of the picture in pixels. */
  width(): number;
  height(): number;
  /** Seed of `Math.random`. */
  seed(): number;
  /** Answers a request for files, processes or the environment (runtime/system/fields.ts); null where there is no such. */
  system(request: Uint8Array): Uint8Array<ArrayBuffer> | null;
  readonly assets: AssetReader;
}

/** Compiled assets by handle; a handle stays the same when its asset is reloaded. */
export interface AssetReader {
  /** Handle of the asset of the kind (1 texture, 2 mesh, 3 shader, 4 material, 5 scene), or -1. */
  find(kind: number, name: string): number;
  /** Grows by one with each reload. */
  version(handle: number): number;
  /** The compiled blob, or null for an unknown handle. */
  bytes(handle: number): DataView | null;
}
