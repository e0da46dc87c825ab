/** Sizes of the formats that attributes are stored in. */
import type { VertexFormatName } from "./format/mesh.ts";

/** Bytes of an attribute in each format, with the gap behind it. */
export const vertexFormatSizes: Readonly<Record<VertexFormatName, number>> = {
  float32x2: 8,
  float32x3: 12,
  float32x4: 16,
  unorm16x2: 4,
  unorm16x3: 8,
  snorm16x3: 8,
  octahedral: 4,
  octahedralSigned: 4,
  unorm8x4: 4,
  uint8x4: 4,
  uint16x4: 8,
};

/** Largest value of an octahedral coordinate. */
export const OCTAHEDRAL_MAX = 2047;
