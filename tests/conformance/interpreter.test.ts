import { interpreterMode } from "#compiler/cli/vm_mode.ts";
import { testMode } from "./check_mode.ts";

testMode(interpreterMode);
