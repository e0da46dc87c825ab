/** What each encoder reaches at least in `block_pictures.ts`, in decibels: `dev`, then `ship`. */
import type { CompressedFamily } from "#asset_tools/fpkg/decode_level.ts";
import type { blockPictures } from "./block_pictures.ts";

export type PictureName = keyof typeof blockPictures;

type Floors = Readonly<Record<PictureName, readonly [dev: number, ship: number]>>;

export const blockFloors: Readonly<Record<CompressedFamily, Floors>> = {
  bc1: {
    bricks: [32.1, 34.9],
    gradient: [39.6, 41.3],
    normals: [24.8, 27.3],
    noise: [27.2, 28.1],
    leaves: [9.6, 9.6],
  },
  bc3: {
    bricks: [33.4, 36.1],
    gradient: [40.9, 42.6],
    normals: [26, 28.5],
    noise: [28.4, 29.3],
    leaves: [35.8, 39],
  },
  bc4: {
    bricks: [44.1, 45.7],
    gradient: [98.9, 98.9],
    normals: [39.1, 40.4],
    noise: [43.5, 45.1],
    leaves: [45.4, 47],
  },
  bc5: {
    bricks: [42.6, 44.3],
    gradient: [98.9, 98.9],
    normals: [40.1, 41.3],
    noise: [43.5, 45.1],
    leaves: [45.9, 47.9],
  },
  bc7: {
    bricks: [38.1, 49.7],
    gradient: [44, 49.5],
    normals: [29.2, 36.2],
    noise: [29.6, 33],
    leaves: [32.9, 40.2],
  },
  etc2: {
    bricks: [33.7, 36],
    gradient: [47.7, 49.2],
    normals: [26.7, 28.5],
    noise: [27.3, 28.3],
    leaves: [28.3, 37.6],
  },
  etc2Alpha: {
    bricks: [34.9, 37.2],
    gradient: [49, 50.5],
    normals: [27.9, 29.7],
    noise: [28.6, 29.5],
    leaves: [29.4, 38],
  },
  eacR: {
    bricks: [44.8, 45.6],
    gradient: [51.1, 54.6],
    normals: [40.7, 41.4],
    noise: [43.8, 44.5],
    leaves: [46.7, 47.8],
  },
  eacRg: {
    bricks: [44.7, 45.4],
    gradient: [51.1, 54.6],
    normals: [41.3, 42],
    noise: [43.7, 44.5],
    leaves: [47.6, 48.7],
  },
  astc4x4: {
    bricks: [38.2, 50.7],
    gradient: [44.1, 50.7],
    normals: [29.2, 36.6],
    noise: [29.6, 33.2],
    leaves: [32.5, 40.6],
  },
  astc5x4: {
    bricks: [36.7, 46.6],
    gradient: [43.8, 50.6],
    normals: [28.8, 36.2],
    noise: [29.4, 32.2],
    leaves: [30.6, 38.8],
  },
  astc5x5: {
    bricks: [34.8, 43.6],
    gradient: [42.4, 49.1],
    normals: [27.7, 34.9],
    noise: [29.2, 31.4],
    leaves: [28.9, 36.7],
  },
  astc6x5: {
    bricks: [34.3, 41.8],
    gradient: [41.9, 48.9],
    normals: [26.8, 33.4],
    noise: [28.9, 30.4],
    leaves: [28.1, 35.2],
  },
  astc6x6: {
    bricks: [33.9, 40.5],
    gradient: [40.9, 47.5],
    normals: [25.8, 32.2],
    noise: [28.7, 29.5],
    leaves: [27.5, 34.5],
  },
  astc8x5: {
    bricks: [33.4, 39.3],
    gradient: [41.7, 48.8],
    normals: [25.3, 30.8],
    noise: [28.5, 29.2],
    leaves: [27.3, 33.4],
  },
  astc8x6: {
    bricks: [33.2, 38.2],
    gradient: [40.2, 47.3],
    normals: [24.7, 29.8],
    noise: [28.3, 28.7],
    leaves: [26.8, 32.6],
  },
  astc8x8: {
    bricks: [32.3, 37.3],
    gradient: [38.2, 45.1],
    normals: [24, 28.2],
    noise: [27.8, 28],
    leaves: [25.8, 30.4],
  },
};
