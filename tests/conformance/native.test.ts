import { testMode } from "./check_mode.ts";
import { nativeMode } from "./native_mode.ts";

testMode(nativeMode());
