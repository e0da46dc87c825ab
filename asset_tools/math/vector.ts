export type Vector3 = readonly [number, number, number];
/** x y z w; unit length. */
export type Quaternion = readonly [number, number, number, number];
