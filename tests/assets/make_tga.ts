/** TGA files by their header's fields. */

export interface TgaOptions {
  /** 1 color map, 2 true color, 3 gray; 8 more with run lengths. */
  readonly type: number;
  readonly depth: number;
  readonly width: number;
  readonly height: number;
  /** Alpha bits, 16 for right to left, 32 for top to bottom. */
  readonly descriptor?: number;
  readonly map?: {
    readonly first: number;
    readonly depth: number;
    readonly bytes: readonly number[];
  };
  readonly id?: readonly number[];
  readonly data: readonly number[];
}

export function makeTga(options: TgaOptions): Uint8Array {
  const { type, depth, width, height, descriptor = 0, map, id = [], data } = options;
  const header = new DataView(new ArrayBuffer(18));
  header.setUint8(0, id.length);
  header.setUint8(1, map === undefined ? 0 : 1);
  header.setUint8(2, type);
  if (map !== undefined) {
    header.setUint16(3, map.first, true);
    header.setUint16(5, map.bytes.length / ((map.depth + 7) >> 3), true);
    header.setUint8(7, map.depth);
  }
  header.setUint16(12, width, true);
  header.setUint16(14, height, true);
  header.setUint8(16, depth);
  header.setUint8(17, descriptor);
  return Uint8Array.from([...new Uint8Array(header.buffer), ...id, ...(map?.bytes ?? []), ...data]);
}
