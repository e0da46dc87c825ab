import type { LightKindName, ParameterTypeName } from "../fpkg/format.ts";
import type { Defined } from "./defined.ts";

export interface CameraDefinition {
  readonly fovDegrees: number;
  readonly near: number;
  readonly far: number;
  readonly active: boolean;
}

export interface LightDefinition {
  readonly kind: LightKindName;
  readonly color: readonly [number, number, number];
  readonly intensity: number;
  readonly range: number;
}

export interface ParameterDefinition {
  readonly name: string;
  readonly type: ParameterTypeName;
  readonly value: boolean | number | string | readonly number[];
}

/** An entity; parents come before their children. */
export interface EntityDefinition {
  readonly id: string;
  readonly name: string;
  /** Row of the parent in the scene's entities, -1 for none. */
  readonly parent: number;
  readonly codeBehind: string | null;
  readonly position: readonly [number, number, number];
  readonly rotation: readonly [number, number, number, number];
  readonly scale: readonly [number, number, number];
  readonly mesh: string | null;
  readonly material: string | null;
  readonly visible: boolean;
  readonly castShadows: boolean;
  readonly camera: CameraDefinition | null;
  readonly light: LightDefinition | null;
  readonly params: readonly ParameterDefinition[];
}

export interface SceneDefinition extends Defined {
  readonly kind: "scene";
  readonly name: string;
  readonly entities: readonly EntityDefinition[];
}
