/** Which part of an ASTC block a texel belongs to. Format: Khronos Data Format Specification, "ASTC", partition pattern. */

/** Those that were asked for before: at most three thousand for a size of block. */
const partitions = new Map<number, Uint8Array>();

/** Number of the part of each texel, row by row. */
export function partitionOf(
  seed: number,
  parts: number,
  width: number,
  height: number,
): Uint8Array {
  const shape = (parts * 16 + width) * 16 + height;
  const key = shape * 1024 + (parts === 1 ? 0 : seed);
  const known = partitions.get(key);
  if (known !== undefined) return known;
  const made = makePartition(seed, parts, width, height);
  partitions.set(key, made);
  return made;
}

/** Blocks of fewer than 31 texels have the pattern at twice its size. */
function makePartition(seed: number, parts: number, width: number, height: number): Uint8Array {
  if (parts === 1) return new Uint8Array(width * height);
  const scale = width * height < 31 ? 2 : 1;
  const waves = Array.from({ length: parts }, (_, part) => waveOf(seed, parts, part));
  return Uint8Array.from({ length: width * height }, (_, texel) => {
    const x = (texel % width) * scale;
    const y = Math.floor(texel / width) * scale;
    // A texel belongs to the part whose wave is highest there; of equal ones to the first.
    const heights = waves.map(({ across, down, offset }) => (across * x + down * y + offset) & 63);
    return heights.indexOf(Math.max(...heights));
  });
}

interface Wave {
  readonly across: number;
  readonly down: number;
  readonly offset: number;
}

function waveOf(seed: number, parts: number, part: number): Wave {
  const hash = hashed(seed + (parts - 1) * 1024);
  const byBit = seed & 2 ? 4 : 5;
  const byParts = parts === 3 ? 6 : 5;
  return {
    across: (((hash >>> (part * 8)) & 15) ** 2) >> (seed & 1 ? byBit : byParts),
    down: (((hash >>> (part * 8 + 4)) & 15) ** 2) >> (seed & 1 ? byParts : byBit),
    offset: hash >>> (14 - part * 4),
  };
}

/** The format's hash of 32 bits. */
function hashed(value: number): number {
  let hash = value;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xeede0891);
  hash ^= hash >>> 5;
  hash = (hash + (hash << 16)) | 0;
  hash ^= hash >>> 7;
  hash ^= hash >>> 3;
  hash ^= hash << 6;
  return hash ^ (hash >>> 17);
}
