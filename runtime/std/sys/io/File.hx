package sys.io;

import haxe.internal.SystemCall;
import haxe.io.Bytes;

/** Files by their paths. What fails throws a `haxe.Exception` that names the function and the path. **/
class File {
	static inline final READ = 0;
	static inline final WRITE = 1;
	static inline final APPEND = 2;
	static inline final UPDATE = 3;

	/** The file's text, from UTF-8. **/
	public static function getContent(path:String):String {
		return content("sys.io.File.getContent", path).toString();
	}

	/** Makes the file, or replaces what it holds, by the text's UTF-8. **/
	public static function saveContent(path:String, content:String):Void {
		save("sys.io.File.saveContent", path, Bytes.ofString(content));
	}

	public static function getBytes(path:String):Bytes {
		return content("sys.io.File.getBytes", path);
	}

	/** Makes the file, or replaces what it holds. **/
	public static function saveBytes(path:String, bytes:Bytes):Void {
		save("sys.io.File.saveBytes", path, bytes);
	}

	/** Opens a file to read. There is no difference between binary files and others. **/
	public static function read(path:String, binary:Bool = true):FileInput {
		return @:privateAccess new FileInput(path, open("sys.io.File.read", path, READ));
	}

	/** Opens a file to write from its start; what it held is gone. **/
	public static function write(path:String, binary:Bool = true):FileOutput {
		return @:privateAccess new FileOutput(path, open("sys.io.File.write", path, WRITE));
	}

	/** Opens a file to write at its end. **/
	public static function append(path:String, binary:Bool = true):FileOutput {
		return @:privateAccess new FileOutput(path, open("sys.io.File.append", path, APPEND));
	}

	/** Opens a file to write over what it holds, from its start. **/
	public static function update(path:String, binary:Bool = true):FileOutput {
		return @:privateAccess new FileOutput(path, open("sys.io.File.update", path, UPDATE));
	}

	/** Makes `dstPath`, or replaces what it holds, by what `srcPath` holds. **/
	public static function copy(srcPath:String, dstPath:String):Void {
		save("sys.io.File.copy", dstPath, content("sys.io.File.copy", srcPath));
	}

	static function content(api:String, path:String):Bytes {
		return SystemCall.files(api, "readFile").path(path).perform().bytes();
	}

	static function save(api:String, path:String, bytes:Bytes):Void {
		SystemCall.files(api, "writeFile").path(path).bytes(bytes, 0, bytes.length).perform();
	}

	static function open(api:String, path:String, mode:Int):Int {
		return SystemCall.files(api, "open").path(path).int(mode).perform().int();
	}
}
