import sys.FileSystem;
import sys.io.File;

class EachCallThrows {
	static function attempt(action:() -> Void):Void {
		try {
			action();
			Sys.println("fine");
		} catch (e:haxe.Exception) {
			Sys.println(e.message);
		}
	}

	static function main():Void {
		attempt(() -> Sys.getEnv("PATH"));
		attempt(() -> Sys.putEnv("A", "b"));
		attempt(() -> Sys.environment());
		attempt(() -> Sys.systemName());
		attempt(() -> Sys.sleep(1));
		attempt(() -> Sys.getCwd());
		attempt(() -> Sys.setCwd("/"));
		attempt(() -> Sys.command("true"));
		attempt(() -> Sys.cpuTime());
		attempt(() -> Sys.programPath());
		attempt(() -> Sys.getChar(false));
		attempt(() -> Sys.stdin().readLine());
		attempt(() -> File.getContent("a"));
		attempt(() -> File.getBytes("a"));
		attempt(() -> File.saveContent("a", ""));
		attempt(() -> File.saveBytes("a", haxe.io.Bytes.alloc(0)));
		attempt(() -> File.copy("a", "b"));
		attempt(() -> File.read("a"));
		attempt(() -> File.write("a"));
		attempt(() -> File.append("a"));
		attempt(() -> File.update("a"));
		attempt(() -> FileSystem.exists("a"));
		attempt(() -> FileSystem.isDirectory("a"));
		attempt(() -> FileSystem.rename("a", "b"));
		attempt(() -> FileSystem.fullPath("a"));
		attempt(() -> FileSystem.absolutePath("a"));
		attempt(() -> FileSystem.createDirectory("a"));
		attempt(() -> FileSystem.deleteFile("a"));
		attempt(() -> FileSystem.deleteDirectory("a"));
		attempt(() -> FileSystem.readDirectory("a"));
		Sys.stdout().writeString("printed all the same é\n");
		Sys.stderr().writeString("and this\n");
	}
}
