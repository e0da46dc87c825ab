/**
 * BC7's 64 ways to cut a block in two: a bit a texel, the first lowest, and the texel of the second part whose index is
 * stored without its top bit. Values: Khronos Data Format Specification, "BPTC", partition tables.
 */

const masks = memory.data<u16>([
  0xcccc, 0x8888, 0xeeee, 0xecc8, 0xc880, 0xfeec, 0xfec8, 0xec80, 0xc800, 0xffec, 0xfe80, 0xe800,
  0xffe8, 0xff00, 0xfff0, 0xf000, 0xf710, 0x008e, 0x7100, 0x08ce, 0x008c, 0x7310, 0x3100, 0x8cce,
  0x088c, 0x3110, 0x6666, 0x366c, 0x17e8, 0x0ff0, 0x718e, 0x399c, 0xaaaa, 0xf0f0, 0x5a5a, 0x33cc,
  0x3c3c, 0x55aa, 0x9696, 0xa55a, 0x73ce, 0x13c8, 0x324c, 0x3bdc, 0x6996, 0xc33c, 0x9966, 0x0660,
  0x0272, 0x04e4, 0x4e40, 0x2720, 0xc936, 0x936c, 0x39c6, 0x639c, 0x9336, 0x9cc6, 0x817e, 0xe718,
  0xccf0, 0x0fcc, 0x7744, 0xee22,
]);

const anchors = memory.data<u8>([
  15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 2, 8, 2, 2, 8, 8, 15, 2, 8, 2,
  2, 8, 8, 2, 2, 15, 15, 6, 8, 2, 8, 15, 15, 2, 8, 2, 2, 2, 15, 15, 6, 6, 2, 6, 8, 15, 15, 2, 2, 15,
  15, 15, 15, 15, 2, 2, 15,
]);

/** The texels of the second part. */
export function partitionMask(partition: i32): u32 {
  return load<u16>(masks + ((<usize>partition) << 1));
}

/** The second part's anchor; the first part's is texel 0. */
export function partitionAnchor(partition: i32): i32 {
  return load<u8>(anchors + <usize>partition);
}

/** How many texels a partition would have to move to be this cut; which part is which does not matter. */
function distance(partition: i32, cut: u32): i32 {
  const moved = popcnt(partitionMask(partition) ^ cut);
  return min(moved, 16 - moved);
}

/** Writes the numbers of the `count` partitions nearest to a cut, nearest first, as i32. */
export function nearestPartitions(cut: u32, count: i32, dst: usize): void {
  const last = dst + ((<usize>count - 1) << 2);
  memory.fill(dst, 0x7f, (<usize>count) << 2);
  // Distance above number, so that of equally near ones the first comes first.
  for (let partition = 0; partition < 64; partition++) {
    const key = (distance(partition, cut) << 8) | partition;
    if (key >= load<i32>(last)) continue;
    let place = last;
    for (; place > dst && key < load<i32>(place - 4); place -= 4) {
      store<i32>(place, load<i32>(place - 4));
    }
    store<i32>(place, key);
  }
  for (let place = dst; place <= last; place += 4) store<i32>(place, load<i32>(place) & 0xff);
}
