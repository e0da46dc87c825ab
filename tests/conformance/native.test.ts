import { testHeldBytes } from "./check_held_bytes.ts";
import { testMode } from "./check_mode.ts";
import { nativeMode } from "./native_mode.ts";

const mode = nativeMode();
testMode(mode);
testHeldBytes(mode);
