package sys;

import haxe.internal.SystemCall;
import haxe.io.Path;

/** Files and directories by their paths. What fails throws a `haxe.Exception` that names the function and the path. **/
class FileSystem {
	static inline final KIND = 0xF000;
	static inline final DIRECTORY = 0x4000;

	public static function exists(path:String):Bool {
		return modeOf("sys.FileSystem.exists", path) >= 0;
	}

	/** Moves a file or directory; a file of the new name is replaced. **/
	public static function rename(path:String, newPath:String):Void {
		SystemCall.files("sys.FileSystem.rename", "rename").path(path).text(newPath).perform();
	}

	/** What the system knows of a file or directory. **/
	public static function stat(path:String):FileStat {
		var reply = SystemCall.files("sys.FileSystem.stat", "stat").path(path).perform();
		return {
			mode: reply.int(),
			size: reply.int(),
			gid: reply.int(),
			uid: reply.int(),
			dev: reply.int(),
			ino: reply.int(),
			nlink: reply.int(),
			rdev: reply.int(),
			atime: Date.fromTime(reply.float()),
			mtime: Date.fromTime(reply.float()),
			ctime: Date.fromTime(reply.float())
		};
	}

	/** The path without links and relative parts; throws where nothing is there. **/
	public static function fullPath(relPath:String):String {
		return SystemCall.files("sys.FileSystem.fullPath", "fullPath").path(relPath).perform().text();
	}

	/** The path from the root, looked up nowhere. **/
	public static function absolutePath(relPath:String):String {
		return Path.isAbsolute(relPath) ? relPath : Path.join([Sys.getCwd(), relPath]);
	}

	/** False also where nothing is there. **/
	public static function isDirectory(path:String):Bool {
		var mode = modeOf("sys.FileSystem.isDirectory", path);
		return mode >= 0 && mode & KIND == DIRECTORY;
	}

	/** Makes a directory and those that it lies in, where they are missing. **/
	public static function createDirectory(path:String):Void {
		var folder = Path.removeTrailingSlashes(path);
		if (folder == "" || modeOf("sys.FileSystem.createDirectory", folder) >= 0) return;
		var parent = Path.directory(folder);
		if (parent != "") createDirectory(parent);
		SystemCall.files("sys.FileSystem.createDirectory", "createDirectory").path(folder).perform();
	}

	public static function deleteFile(path:String):Void {
		SystemCall.files("sys.FileSystem.deleteFile", "deleteFile").path(path).perform();
	}

	/** The directory must be empty. **/
	public static function deleteDirectory(path:String):Void {
		SystemCall.files("sys.FileSystem.deleteDirectory", "deleteDirectory").path(path).perform();
	}

	/** The names in a directory, in the order of their characters. **/
	public static function readDirectory(path:String):Array<String> {
		var names = SystemCall.files("sys.FileSystem.readDirectory", "readDirectory").path(path).perform().texts();
		names.sort(Reflect.compare);
		return names;
	}

	/** -1 where nothing is there. **/
	static function modeOf(api:String, path:String):Int {
		return SystemCall.files(api, "mode").path(path).perform().int();
	}
}
