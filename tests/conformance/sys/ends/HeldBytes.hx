import haxe.Timer;
import sys.io.File;

/** Writes a little to a file and ends, with the file open, in the way that HELD_BYTES_END names. **/
class HeldBytes {
	static function main() {
		var path = Sys.getEnv("HELD_BYTES_FILE");
		var out = File.write(path);
		out.writeString("held");
		Sys.println(File.getContent(path));
		out.writeByte("!".code);
		switch (Sys.getEnv("HELD_BYTES_END")) {
			case "exit": Sys.exit(3);
			case "exception": throw "not caught";
			case "timer": Timer.delay(() -> out.writeByte("?".code), 1);
			default:
		}
	}
}
