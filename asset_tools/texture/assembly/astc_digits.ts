/**
 * ASTC's shared digits: five of base three in eight bits, three of base five in seven. Format: Khronos Data Format
 * Specification, "ASTC", integer sequence encoding.
 */

/** Bits for each group of digits, which are read as a number, the first digit lowest. */
const packedThrees = memory.data(243);
const packedFives = memory.data(125);

fillPacked();

/** Downwards, so that of several ways the one with zeros above remains: a group that is cut short has no others. */
function fillPacked(): void {
  for (let packed: i32 = 255; packed >= 0; packed--) {
    store<u8>(packedThrees + threesOf(<u32>packed), <u8>packed);
  }
  for (let packed: i32 = 127; packed >= 0; packed--) {
    store<u8>(packedFives + fivesOf(<u32>packed), <u8>packed);
  }
}

/** Eight bits for five digits, given as a number of base three. */
export function threes(digits: u32): u32 {
  return load<u8>(packedThrees + digits);
}

/** Seven bits for three digits, given as a number of base five. */
export function fives(digits: u32): u32 {
  return load<u8>(packedFives + digits);
}

/** The five digits that eight bits stand for. */
function threesOf(packed: u32): u32 {
  let lower = packed & 31;
  let fourth: u32 = 0;
  let fifth: u32 = 0;
  if (((packed >> 2) & 7) === 7) {
    lower = ((packed >> 5) << 2) | (packed & 3);
    fourth = 2;
    fifth = 2;
  } else if (((packed >> 5) & 3) === 3) {
    fourth = packed >> 7;
    fifth = 2;
  } else {
    fourth = (packed >> 5) & 3;
    fifth = packed >> 7;
  }
  return lowThreesOf(lower) + 27 * fourth + 81 * fifth;
}

/** The first three digits, from five bits. */
function lowThreesOf(bits: u32): u32 {
  if ((bits & 3) === 3) return threeOf((bits >> 2) & 3) + 3 * (bits >> 4) + 18;
  if (((bits >> 2) & 3) === 3) return (bits & 3) + 6 + 18;
  return threeOf(bits & 3) + 3 * ((bits >> 2) & 3) + 9 * (bits >> 4);
}

/** Two bits as a digit: the lower counts only where the upper is 0. */
function threeOf(bits: u32): u32 {
  return bits & 2 ? 2 : bits & 1;
}

/** The three digits that seven bits stand for. */
function fivesOf(packed: u32): u32 {
  const low = packed & 1;
  if (((packed >> 1) & 3) !== 3) return lowFivesOf(packed & 31) + 25 * (packed >> 5);
  if (packed >> 5 !== 0) {
    return lowFivesOf((((packed >> 3) & 3) << 3) | ((~(packed >> 5) & 3) << 1) | low) + 100;
  }
  const third = (low << 2) | (((packed >> 4) & ~low & 1) << 1) | ((packed >> 3) & ~low & 1);
  return 24 + 25 * third;
}

/** The first two digits, from five bits. */
function lowFivesOf(bits: u32): u32 {
  return (bits & 7) === 5 ? (bits >> 3) + 20 : (bits & 7) + 5 * (bits >> 3);
}
