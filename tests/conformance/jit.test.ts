import { jitMode } from "#compiler/cli/vm_mode.ts";
import { testHeldBytes } from "./check_held_bytes.ts";
import { testMode } from "./check_mode.ts";

testMode(jitMode);
testHeldBytes(jitMode);
