package haxe;

import haxe.crypto.Base64;
import haxe.io.Bytes;

/** The files that a program carries: of `--resource FILE@NAME` on the command line, or of `resources` in a rule. **/
class Resource {
	/** The contents of each library that has some: name and Base64, in turn. **/
	static final libraries:Array<() -> Array<String>> = [];

	static function add(content:() -> Array<String>):Void {
		libraries.push(content);
	}

	public static function listNames():Array<String> {
		var names = [];
		for (content in libraries) {
			var entries = content();
			for (i in 0...entries.length >> 1) names.push(entries[i * 2]);
		}
		return names;
	}

	/** The content as text, from UTF-8; null where there is no such resource. **/
	public static function getString(name:String):String {
		var bytes = getBytes(name);
		return bytes == null ? null : bytes.toString();
	}

	/** The content; null where there is no such resource. **/
	public static function getBytes(name:String):Bytes {
		for (content in libraries) {
			var entries = content();
			for (i in 0...entries.length >> 1) if (entries[i * 2] == name) return Base64.decode(entries[i * 2 + 1]);
		}
		return null;
	}
}
