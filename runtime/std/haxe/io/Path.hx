package haxe.io;

/** A path of a file or folder in its parts. Both "/" and "\" separate folders. Nothing is looked up on a disk. **/
class Path {
	/** What stands before the last separator; null where there is none. **/
	public var dir:Null<String>;

	/** The name without folder and extension. **/
	public var file:String;

	/** What stands behind the name's last dot; null where there is none. **/
	public var ext:Null<String>;

	/** Is the last separator "\"? **/
	public var backslash:Bool = false;

	public function new(path:String) {
		if (path == "." || path == "..") {
			dir = path;
			file = "";
			return;
		}
		var slash = path.lastIndexOf("/");
		var backslash = path.lastIndexOf("\\");
		var separator = slash > backslash ? slash : backslash;
		this.backslash = backslash > slash;
		dir = separator < 0 ? null : path.substr(0, separator);
		var name = path.substr(separator + 1);
		var dot = name.lastIndexOf(".");
		ext = dot < 0 ? null : name.substr(dot + 1);
		file = dot < 0 ? name : name.substr(0, dot);
	}

	/** The parts put together. **/
	public function toString():String {
		var folder = dir == null ? "" : dir + (backslash ? "\\" : "/");
		return folder + file + (ext == null ? "" : "." + ext);
	}

	public static function withoutExtension(path:String):String {
		return withExtension(path, null);
	}

	public static function withoutDirectory(path:String):String {
		var parts = new Path(path);
		parts.dir = null;
		return parts.toString();
	}

	/** Empty where there is none. **/
	public static function directory(path:String):String {
		var dir = new Path(path).dir;
		return dir == null ? "" : dir;
	}

	/** Empty where there is none. **/
	public static function extension(path:String):String {
		var ext = new Path(path).ext;
		return ext == null ? "" : ext;
	}

	/** With another extension, or without one where it is null. **/
	public static function withExtension(path:String, ext:Null<String>):String {
		var parts = new Path(path);
		parts.ext = ext;
		return parts.toString();
	}

	/** The paths one inside the other, normalised; null and empty ones are left out. **/
	public static function join(paths:Array<String>):String {
		var joined = "";
		for (path in paths) {
			if (path == null || path == "") continue;
			joined = joined == "" ? path : addTrailingSlash(joined) + path;
		}
		return normalize(joined);
	}

	/** With "/" as separator, without ".", without ".." where that has something to undo, and without doubled "/". **/
	public static function normalize(path:String):String {
		path = path.split("\\").join("/");
		if (path == "/") return path;
		var parts:Array<String> = [];
		for (part in path.split("/")) {
			if (part == ".." && parts.length > 0 && parts[parts.length - 1] != "..") {
				parts.pop();
			} else if (part == "") {
				if (parts.length > 0 || StringTools.startsWith(path, "/")) parts.push(part);
			} else if (part != ".") {
				parts.push(part);
			}
		}
		return singleSlashes(parts.join("/"));
	}

	/** Keeps the two behind a colon, as in "https://". **/
	static function singleSlashes(path:String):String {
		var text = new StringBuf();
		var isWaiting = false;
		var isBehindColon = false;
		for (i in 0...path.length) {
			var code = StringTools.fastCodeAt(path, i);
			if (code == "/".code && !isBehindColon) {
				isWaiting = true;
				continue;
			}
			if (isWaiting) text.add("/");
			isWaiting = false;
			isBehindColon = code == ":".code;
			text.addChar(code);
		}
		return text.toString();
	}

	/** With a separator at its end, of the kind that the path has. **/
	public static function addTrailingSlash(path:String):String {
		if (path.length == 0) return "/";
		var slash = path.lastIndexOf("/");
		var backslash = path.lastIndexOf("\\");
		var last = path.length - 1;
		if (slash < backslash) return backslash == last ? path : path + "\\";
		return slash == last ? path : path + "/";
	}

	public static function removeTrailingSlashes(path:String):String {
		var length = path.length;
		while (length > 0 && isSlash(StringTools.fastCodeAt(path, length - 1))) length--;
		return path.substr(0, length);
	}

	static function isSlash(code:Int):Bool {
		return code == "/".code || code == "\\".code;
	}

	/** Does it start at a root, "/", "C:" or "\\"? **/
	public static function isAbsolute(path:String):Bool {
		return StringTools.startsWith(path, "/") || path.charAt(1) == ":" || StringTools.startsWith(path, "\\\\");
	}
}
