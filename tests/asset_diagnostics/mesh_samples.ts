import { assetSample, type Sample, type Samples } from "./sample.ts";

const TRIANGLE = "v 0 0 0\nv 1 0 0\nv 0 1 0\n";
const obj = (text: string): Sample => assetSample("mesh", "cube.obj", text);

export const meshSamples: Samples = {
  AS2001: obj(`${TRIANGLE}v 0 O 1\nf 1 2 3\n`),
  AS2002: obj(`${TRIANGLE}v 0 0\nf 1 2 3\n`),
  AS2003: obj(`${TRIANGLE}f 1 2 4\n`),
  AS2004: obj(`${TRIANGLE}f 1 2\n`),
  AS2005: obj(`${TRIANGLE}f 1 2 3/\n`),
  AS2006: obj(TRIANGLE),
  AS2007: obj(`${TRIANGLE}face 1 2 3\n`),
  AS2008: obj(`${TRIANGLE}f 0 1 2\n`),
  AS2009: obj(`${TRIANGLE}l 1 2\nf 1 2 3\n`),
  AS2010: obj(`${TRIANGLE}s one\nf 1 2 3\n`),
  AS2011: obj(`${TRIANGLE}f${" 1 2 3".repeat(100_000)}\n`),
};
