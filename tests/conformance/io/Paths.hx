import haxe.io.Path;

class Paths {
	static function parts(path:String):Void {
		var p = new Path(path);
		var ext = p.ext == null ? "none" : p.ext;
		var dir = p.dir == null ? "none" : p.dir;
		Sys.println('$path: dir $dir, file ${p.file}, ext $ext, again ${p.toString()}');
	}

	static function main():Void {
		for (path in [
			"a/b.c", "a\\b.c", "/", "", "b", "a.b.c", "/a/.htaccess", "c:\\x/y.z", "a/", "../x", ".", "..", "a/b/",
			"dir.d/file", "x.", ".x", "/x", "\\x", "a/b\\c", "a.b/c\\d.e"
		]) {
			parts(path);
		}
		var p = new Path("a\\b.png");
		Sys.println(p.backslash);
		p.dir = "c";
		p.ext = "jpg";
		Sys.println(p.toString() + " " + p);

		for (path in ["a/b.png", "b", "/a.d/b", ".x", ""]) {
			Sys.println([
				Path.withoutExtension(path), Path.withoutDirectory(path), Path.directory(path), Path.extension(path),
				Path.withExtension(path, "q"), Path.withExtension(path, null)
			].join("|"));
		}

		Sys.println(Path.join(["a", "b", "c.d"]));
		Sys.println(Path.join(["a/", "/b", "..", "c"]));
		Sys.println(Path.join(["/a", "b/"]));
		Sys.println(Path.join([]).length);
		Sys.println(Path.join(["", null, "x"]));
		Sys.println(Path.join(["x//"]));
		Sys.println(Path.join(["http://host", "path", "../file"]));
		Sys.println(Path.join(["..", "a"]));

		for (path in [
			"a//b///c", "a/./b", "a/../b", "../../a", "/a/../..", "http://a/b/../c", "a:b", "file:///x", "a\\..\\b",
			"/a/b/../../..", "./x", "x/.", "c:/a", "//server/x", "a/b/../../..", "/", "", ".", "a/b/", "a/..", "..", "a//../b"
		]) {
			Sys.println('$path -> ' + Path.normalize(path));
		}

		for (path in ["", "a", "a/", "a\\b", "a\\b/c", "a/b\\c", "a\\"]) {
			Sys.println(Path.addTrailingSlash(path));
		}
		for (path in ["a/", "a\\//", "/", "a", "", "a/b//"]) {
			Sys.println("[" + Path.removeTrailingSlashes(path) + "]");
		}
		for (path in ["/a", "a", "c:", "c:a", "\\\\x", "\\x", "", "1:", "://", "./a"]) {
			Sys.println(path + " " + Path.isAbsolute(path));
		}
	}
}
