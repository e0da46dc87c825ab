/** Distance of a point to a triangle. C. Ericson, Real-Time Collision Detection, 5.1.5. */
import { cornerAt, Surface } from "./surface";

/** Which corner, side or inside is nearest follows from five dot products. A side without length is its corners. */
export function squaredToTriangle(surface: Surface, triangle: u32, x: f64, y: f64, z: f64): f64 {
  const a = cornerAt(surface, triangle);
  const b = cornerAt(surface, triangle + 1);
  const c = cornerAt(surface, triangle + 2);
  const ax = <f64>load<f32>(a);
  const ay = <f64>load<f32>(a, 4);
  const az = <f64>load<f32>(a, 8);
  const abx = <f64>load<f32>(b) - ax;
  const aby = <f64>load<f32>(b, 4) - ay;
  const abz = <f64>load<f32>(b, 8) - az;
  const acx = <f64>load<f32>(c) - ax;
  const acy = <f64>load<f32>(c, 4) - ay;
  const acz = <f64>load<f32>(c, 8) - az;
  const px = x - ax;
  const py = y - ay;
  const pz = z - az;
  const d1 = abx * px + aby * py + abz * pz;
  const d2 = acx * px + acy * py + acz * pz;
  const bb = abx * abx + aby * aby + abz * abz;
  const bc = abx * acx + aby * acy + abz * acz;
  const cc = acx * acx + acy * acy + acz * acz;
  const d3 = d1 - bb;
  const d4 = d2 - bc;
  const d5 = d1 - bc;
  const d6 = d2 - cc;
  const va = d3 * d6 - d5 * d4;
  const vb = d5 * d2 - d1 * d6;
  const vc = d1 * d4 - d3 * d2;
  let v: f64 = 0;
  let w: f64 = 0;
  if (d1 <= 0 && d2 <= 0) {
    // The first corner.
  } else if (d3 >= 0 && d4 <= d3) {
    v = 1;
  } else if (vc <= 0 && d1 >= 0 && d3 <= 0 && d1 > d3) {
    v = d1 / (d1 - d3);
  } else if (d6 >= 0 && d5 <= d6) {
    w = 1;
  } else if (vb <= 0 && d2 >= 0 && d6 <= 0 && d2 > d6) {
    w = d2 / (d2 - d6);
  } else if (va <= 0 && d4 >= d3 && d5 >= d6 && d4 - d3 + (d5 - d6) > 0) {
    w = (d4 - d3) / (d4 - d3 + (d5 - d6));
    v = 1 - w;
  } else if (va + vb + vc > 0) {
    v = vb / (va + vb + vc);
    w = vc / (va + vb + vc);
  }
  const dx = px - v * abx - w * acx;
  const dy = py - v * aby - w * acy;
  const dz = pz - v * abz - w * acz;
  return dx * dx + dy * dy + dz * dz;
}

/** Squared distances to two triangles, a lane each; the same numbers without a branch. */
export function squaredToTwo(
  surface: Surface,
  first: u32,
  second: u32,
  x: f64,
  y: f64,
  z: f64,
): v128 {
  const a0 = v128.load(cornerAt(surface, first));
  const a1 = v128.load(cornerAt(surface, second));
  const b0 = v128.load(cornerAt(surface, first + 1));
  const b1 = v128.load(cornerAt(surface, second + 1));
  const c0 = v128.load(cornerAt(surface, first + 2));
  const c1 = v128.load(cornerAt(surface, second + 2));
  const ax = bothX(a0, a1);
  const ay = bothY(a0, a1);
  const az = bothZ(a0, a1);
  const abx = v128.sub<f64>(bothX(b0, b1), ax);
  const aby = v128.sub<f64>(bothY(b0, b1), ay);
  const abz = v128.sub<f64>(bothZ(b0, b1), az);
  const acx = v128.sub<f64>(bothX(c0, c1), ax);
  const acy = v128.sub<f64>(bothY(c0, c1), ay);
  const acz = v128.sub<f64>(bothZ(c0, c1), az);
  const px = v128.sub<f64>(v128.splat<f64>(x), ax);
  const py = v128.sub<f64>(v128.splat<f64>(y), ay);
  const pz = v128.sub<f64>(v128.splat<f64>(z), az);
  const d1 = dot(abx, aby, abz, px, py, pz);
  const d2 = dot(acx, acy, acz, px, py, pz);
  const bc = dot(abx, aby, abz, acx, acy, acz);
  const d3 = v128.sub<f64>(d1, dot(abx, aby, abz, abx, aby, abz));
  const d4 = v128.sub<f64>(d2, bc);
  const d5 = v128.sub<f64>(d1, bc);
  const d6 = v128.sub<f64>(d2, dot(acx, acy, acz, acx, acy, acz));
  const va = v128.sub<f64>(v128.mul<f64>(d3, d6), v128.mul<f64>(d5, d4));
  const vb = v128.sub<f64>(v128.mul<f64>(d5, d2), v128.mul<f64>(d1, d6));
  const vc = v128.sub<f64>(v128.mul<f64>(d1, d4), v128.mul<f64>(d3, d2));
  const none = v128.splat<f64>(0);
  const one = v128.splat<f64>(1);
  // From inside, to the sides, to the corners: what is asked for first above is chosen last.
  const all = v128.add<f64>(v128.add<f64>(va, vb), vc);
  const isInside = v128.gt<f64>(all, none);
  let v = v128.and(isInside, v128.div<f64>(vb, all));
  let w = v128.and(isInside, v128.div<f64>(vc, all));
  const fromB = v128.sub<f64>(d4, d3);
  const alongBC = v128.add<f64>(fromB, v128.sub<f64>(d5, d6));
  const isBC = beside(va, d4, d3, d5, d6, alongBC);
  const onBC = v128.div<f64>(fromB, alongBC);
  w = v128.bitselect(onBC, w, isBC);
  v = v128.bitselect(v128.sub<f64>(one, onBC), v, isBC);
  const alongAC = v128.sub<f64>(d2, d6);
  const isAC = beside(vb, d2, none, none, d6, alongAC);
  w = v128.bitselect(v128.div<f64>(d2, alongAC), w, isAC);
  v = v128.andnot(v, isAC);
  const isC = v128.and(v128.ge<f64>(d6, none), v128.le<f64>(d5, d6));
  w = v128.bitselect(one, w, isC);
  v = v128.andnot(v, isC);
  const alongAB = v128.sub<f64>(d1, d3);
  const isAB = beside(vc, d1, none, none, d3, alongAB);
  v = v128.bitselect(v128.div<f64>(d1, alongAB), v, isAB);
  w = v128.andnot(w, isAB);
  const isB = v128.and(v128.ge<f64>(d3, none), v128.le<f64>(d4, d3));
  v = v128.bitselect(one, v, isB);
  w = v128.andnot(w, isB);
  const isA = v128.and(v128.le<f64>(d1, none), v128.le<f64>(d2, none));
  v = v128.andnot(v, isA);
  w = v128.andnot(w, isA);
  const dx = away(px, v, abx, w, acx);
  const dy = away(py, v, aby, w, acy);
  const dz = away(pz, v, abz, w, acz);
  return dot(dx, dy, dz, dx, dy, dz);
}

function bothX(first: v128, second: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(first, second, 0, 4, 0, 4));
}

function bothY(first: v128, second: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(first, second, 1, 5, 1, 5));
}

function bothZ(first: v128, second: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(first, second, 2, 6, 2, 6));
}

function dot(ax: v128, ay: v128, az: v128, bx: v128, by: v128, bz: v128): v128 {
  const two = v128.add<f64>(v128.mul<f64>(ax, bx), v128.mul<f64>(ay, by));
  return v128.add<f64>(two, v128.mul<f64>(az, bz));
}

/** Outside a side that has a length, from its start on and not behind its end. */
function beside(outside: v128, start: v128, from: v128, end: v128, to: v128, length: v128): v128 {
  const none = v128.splat<f64>(0);
  const isOutside = v128.and(v128.le<f64>(outside, none), v128.gt<f64>(length, none));
  return v128.and(isOutside, v128.and(v128.ge<f64>(start, from), v128.ge<f64>(end, to)));
}

function away(point: v128, v: v128, ab: v128, w: v128, ac: v128): v128 {
  return v128.sub<f64>(v128.sub<f64>(point, v128.mul<f64>(v, ab)), v128.mul<f64>(w, ac));
}
