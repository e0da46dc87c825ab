/**
 * The JavaScript implementation of every intrinsic, by name. tests/runtime/vm/natives.test.ts holds the type of this
 * object against the compiler's table, so a missing or wrongly typed native does not compile.
 */
import { arrayNatives } from "./array_natives.ts";
import { assetNatives } from "./asset_natives.ts";
import { bytesNatives } from "./bytes_natives.ts";
import { hostNatives } from "./host_natives.ts";
import type { NativeContext } from "./native_context.ts";
import { numberNatives } from "./number_natives.ts";
import { reflectionNatives } from "./reflection_natives.ts";
import { stackNatives } from "./stack_natives.ts";
import { stringNatives } from "./string_natives.ts";

export type Natives = ReturnType<typeof createNatives>;

export function createNatives(context: NativeContext) {
  return {
    ...stringNatives,
    ...arrayNatives,
    ...bytesNatives,
    ...numberNatives,
    ...reflectionNatives(context),
    ...stackNatives(context),
    ...hostNatives(context),
    ...assetNatives(context),
  };
}
