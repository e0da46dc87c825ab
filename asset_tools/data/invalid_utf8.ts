/** Offset of the first byte that is not UTF-8 (RFC 3629), or null. */
export function findInvalidUtf8(bytes: Uint8Array): number | null {
  if (isValid(bytes, false)) return null;
  // The longest start that more bytes could make valid is found by halving.
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValid(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** `isStart` allows a character that is cut off by the end. */
function isValid(bytes: Uint8Array, isStart: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isStart });
    return true;
  } catch {
    return false;
  }
}
